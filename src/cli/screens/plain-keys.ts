import type { ReviewDesk } from '../../app/review/desk.js';
import { parseRating, RATING_NAMES, type Rating } from '../../model/rating.js';
import type { RenderOptions } from '../../tui/markdown/render.js';
import { CardWriting } from '../../tui/review/card-writing.js';
import { plainHelpLines } from '../../tui/review/help-lines.js';
import { commandOf, type KeyCommand } from '../../tui/review/keys.js';
import {
  linkLines,
  linkName,
  linksAround,
  NO_LINKS,
  notOpened,
} from '../../tui/review/link-lines.js';
import { moduleLines } from '../../tui/review/module-lines.js';
import { type LinkPorts, openedBy } from '../../tui/review/open-links.js';
import type { SecondOpinion } from '../../tui/review/opinion.js';
import type { AnswerHistory, CardEditor } from '../../tui/review/ports.js';
import type { Message } from '../../tui/review/screen-state.js';
import { afterEnd } from '../../tui/review/summary-keys.js';
import { undoneLine } from '../../tui/review/undone.js';
import { comparedPlainly, followUpPlainly, type PlainAnswer, tickPlainly } from './plain-answer.js';

/** What a review line by line needs of the world, as the screen does. */
export interface PlainPorts extends LinkPorts, AnswerHistory {
  readonly editor: CardEditor;
  readonly opinion: SecondOpinion;
}

/** A review line by line, between two lines. */
export interface PlainReview {
  readonly desk: ReviewDesk;
  readonly ports: PlainPorts;
  readonly options: RenderOptions;
  readonly plain: PlainAnswer;
}

const NO_KEY = {} as Parameters<typeof commandOf>[1];
const SEE_FIRST = 'See the answer first: press Enter.';

/**
 * Does what a line asks for: a rating, or a key of the screen, with what it
 * takes behind it. Returns what to say of it; null for nothing beside the card.
 */
export async function actOnLine(line: string, review: PlainReview): Promise<readonly string[]> {
  const rating = parseRating(line.toLowerCase());
  if (rating !== undefined) return rate(rating, review);
  const [, key = '', rest = ''] = /^(\S?)(?:\s+(.*))?$/s.exec(line) ?? [];
  const command = line === '' ? ({ kind: 'enter' } as const) : commandOf(key.toLowerCase(), NO_KEY);
  const act = command === null ? undefined : ACTS[command.kind];
  return act === undefined ? plainHelpLines(review.options) : act(review, rest);
}

/** Does what a line asks for at the end of a session. Returns whether the session goes on. */
export function actAtEnd(line: string, desk: ReviewDesk): boolean {
  const command = commandOf(line.toLowerCase(), NO_KEY);
  if (command === null) return false;
  switch (afterEnd(command, desk)) {
    case 'next-card':
      return true;
    case 'undo':
      return desk.undo().length > 0;
    default:
      return false;
  }
}

function rate(rating: Rating, { desk, plain }: PlainReview): string[] {
  if (desk.view().session.phase !== 'answer') return [SEE_FIRST];
  desk.rate(rating, plain.ticks);
  return [desk.view().notice ?? RATING_NAMES[rating]];
}

/** What a key does: says something, which may take a while. */
type Act = (review: PlainReview, rest: string) => readonly string[] | Promise<readonly string[]>;

/** The keys that a review line by line has, by what they ask for on the screen. */
const ACTS: Partial<Record<KeyCommand['kind'], Act>> = {
  enter: onAnswer(
    ({ desk }) => {
      desk.reveal();
      return [];
    },
    () => ['Rate it: 1 Again, 2 Hard, 3 Good, 4 Easy.'],
  ),
  type: onAnswer(
    (review, rest) => typed(rest, review),
    () => ['The answer is shown already.'],
  ),
  points: onAnswer(
    () => [SEE_FIRST],
    (review, rest) => tick(rest, review),
  ),
  more: onAnswer(
    () => [SEE_FIRST],
    ({ desk, plain, options }) => followUpPlainly(desk.view().parts, plain, options),
  ),
  undo: (review) => [undo(review)],
  suspend({ desk }) {
    desk.suspend();
    return [desk.view().notice ?? 'Suspended. u: undo'];
  },
  bury({ desk }) {
    desk.bury();
    return [desk.view().notice ?? 'Put off until tomorrow. u: undo'];
  },
  flag({ desk }) {
    desk.toggleFlag();
    return [(desk.view().record?.memory.flag ?? 0) > 0 ? 'Flagged.' : 'No longer flagged.'];
  },
  edit: (review) => written(review, writing(review).edit()),
  'more-new': (review) => written(review, writing(review).write()),
  module({ desk, options }) {
    const module = desk.module();
    return module === null
      ? ['The module of this card no longer exists.']
      : moduleLines(module, options);
  },
  links: (review, rest) => openLink(rest, review),
  quit({ desk }) {
    desk.quit();
    return [];
  },
};

/** One thing while the question is shown, another once the answer is. */
function onAnswer(before: Act, after: Act): Act {
  return (review, rest) =>
    (review.desk.view().session.phase === 'answer' ? after : before)(review, rest);
}

function tick(rest: string, { desk, plain, options }: PlainReview): string[] {
  return (
    tickPlainly(`p ${rest}`.trim(), desk.view().parts, plain, options) ?? [
      'Name the points by their numbers, such as p 1 3.',
    ]
  );
}

function undo(review: PlainReview): string {
  return writing(review).undo() ?? undoneLine(review.desk.undo());
}

/** What was written may be of the card shown: it is shown again. */
function written({ plain }: PlainReview, said: Message | null): string[] {
  plain.isStale = true;
  return said === null ? [] : [said.text];
}

function writing({ desk, ports }: PlainReview): CardWriting {
  return new CardWriting(desk, ports.editor, (work) => work());
}

async function openLink(rest: string, review: PlainReview): Promise<string[]> {
  const { desk, ports } = review;
  const { record } = desk.view();
  if (record === null) return [NO_LINKS];
  const links = linksAround(record.card, desk.module(), ports.sourceOf(record));
  if (links.length === 0) return [NO_LINKS];
  const link = links[rest === '' && links.length === 1 ? 0 : Number(rest) - 1];
  if (link === undefined)
    return ['Open which? Type o and its number, such as o 1:', ...linkLines(links)];
  if (link.kind === 'file') return written(review, writing(review).openSource(record));
  const opened = await openedBy(ports, link, record);
  return [opened === 'opened' ? `Opened ${linkName(link)}` : notOpened(link, opened)];
}

/** Takes a typed answer; without one it tells the last, and how to give one. */
async function typed(text: string, { desk, ports, options }: PlainReview): Promise<string[]> {
  const { record } = desk.view();
  if (record === null) return [];
  const { card } = record;
  if (text === '') {
    const last = ports.lastAnswer(card.id);
    const before = last === null ? [] : [`Your last answer: ${last}`];
    return [...before, 'Type t, a space and your answer on one line.'];
  }
  desk.reveal();
  ports.keepAnswer(card.id, text);
  const { parts } = desk.view();
  return comparedPlainly({ card, parts, typed: text }, ports.opinion, options);
}
