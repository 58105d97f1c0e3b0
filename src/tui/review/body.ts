import type { CardRecord } from '../../app/cards/ports.js';
import { styled } from '../../model/ansi.js';
import { padEnd } from '../components/text.js';
import { type RenderOptions, renderMarkdown, renderPlain } from '../markdown/render.js';

/** Lines that scroll between header and footer. */
export interface Body {
  readonly lines: readonly string[];
  /** Where the answer begins, from 0; the number of lines where there is none. */
  readonly answerAt: number;
}

/** Columns from which what was typed stands beside the real answer. */
const SIDE_BY_SIDE = 100;

/** The question alone, with the line being typed where there is one. */
export function questionBody(
  record: CardRecord,
  typing: string | null,
  options: RenderOptions,
): Body {
  const question = renderMarkdown(record.card.question, options);
  const lines = typing === null ? question : [...question, '', ...typingLines(typing, options)];
  return { lines, answerAt: lines.length };
}

function typingLines(typing: string, options: RenderOptions): string[] {
  const title = rule('Your answer', options);
  const cursor = '█';
  return [title, ...renderPlain(`${typing}${cursor}`, options)];
}

/** Question, answer, and what was typed before it was revealed. */
export function answerBody(record: CardRecord, typed: string | null, options: RenderOptions): Body {
  const question = renderMarkdown(record.card.question, options);
  const before = [...question, ''];
  const { answer } = record.card;
  if (typed === null || typed.trim() === '') {
    const lines = [rule('Answer', options), ...answerLines(answer, options)];
    return { lines: [...before, ...lines], answerAt: before.length };
  }
  const both = options.width >= SIDE_BY_SIDE ? beside : below;
  return { lines: [...before, ...both(typed, answer, options)], answerAt: before.length };
}

function answerLines(answer: string, options: RenderOptions): string[] {
  if (answer === '')
    return [styled('(this card has no answer yet: press e to write one)', 'dim', options.colors)];
  return renderMarkdown(answer, options);
}

function below(typed: string, answer: string, options: RenderOptions): string[] {
  return [
    rule('Your answer', options),
    ...renderPlain(typed, options),
    '',
    rule('Answer', options),
    ...answerLines(answer, options),
  ];
}

function beside(typed: string, answer: string, options: RenderOptions): string[] {
  const width = Math.floor((options.width - 3) / 2);
  const half = { ...options, width };
  const left = [rule('Your answer', half), ...renderPlain(typed, half)];
  const right = [rule('Answer', half), ...answerLines(answer, half)];
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, at) =>
    `${padEnd(left[at] ?? '', width)} │ ${right[at] ?? ''}`.trimEnd(),
  );
}

/** A line with a title in it, as wide as the text. */
export function rule(title: string, { width, colors }: RenderOptions): string {
  const line = `── ${title} ${'─'.repeat(Math.max(0, width - title.length - 4))}`;
  return styled(line, 'dim', colors);
}
