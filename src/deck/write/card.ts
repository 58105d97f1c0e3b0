import type { DeckCard } from '../../model/card.js';
import { type DiagnosticCode, UNCLOSED } from '../../model/diagnostic.js';
import { starText } from '../../model/text/stars.js';
import { parseModule } from '../parse/module.js';
import type { ModuleHead } from '../read/module-head.js';
import { splitModules } from '../read/split-modules.js';
import { makeSource } from '../text/source.js';

type Shape = (text: string) => string;

const QUESTION_SHAPES: readonly Shape[] = [
  (text) => `**Q:** ${text}`,
  (text) => `**Q:**\n\n${text}`,
  (text) => writeCallout('[!question]', text),
];
const ANSWER_SHAPES: readonly Shape[] = [
  (text) => `<details>\n<summary>Answer</summary>\n\n${text}${text === '' ? '' : '\n\n'}</details>`,
  (text) => writeCallout('[!answer]', text),
];
/** The next `>`, that of a quote say, would finish it. */
const UNFINISHED_TAG = /<details(?:\s[^<>]*)?$/i;
const NEXT_CARD =
  '### ★☆☆\n\n**Q:** Next?\n\n<details>\n<summary>Answer</summary>\n\nNext.\n\n</details>\n';
const HEAD: ModuleHead = {
  title: 'A card',
  part: '',
  number: null,
  emoji: '',
  subtitle: '',
  tags: [],
  unknownKeys: {},
};

/**
 * Writes a card as Markdown in the deck format: in the plain shape, or where its
 * text would be read as structure, in call-outs, in which any text is only text.
 */
export function writeCard(card: DeckCard): string {
  const heading = writeHeading(card);
  for (const answerShape of ANSWER_SHAPES) {
    for (const questionShape of QUESTION_SHAPES) {
      const text = `${heading}\n\n${questionShape(card.question)}\n\n${answerShape(card.answer)}`;
      if (isReadBack(text, card)) return text;
    }
  }
  return `${heading}\n\n${writeCallout('[!question]', card.question)}\n\n${writeCallout('[!answer]', card.answer)}`;
}

/** Writes a call-out: a quote whose first line is its label. */
export function writeCallout(label: string, text: string): string {
  return [label, ...text.split('\n')].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function writeHeading(card: DeckCard): string {
  const companies = card.companies.length === 0 ? '' : ` ${writeCompanies(card.companies)}`;
  const id = card.explicitId === null ? '' : `<!-- id: ${card.explicitId} -->`;
  const siblings = card.siblings === undefined ? '' : `<!-- siblings: ${card.siblings} -->`;
  const notes = [id, writeTags(card.tags), siblings].filter((note) => note !== '').join('\n');
  return `### ${starText(card.stars)}${companies}${notes === '' ? '' : `\n\n${notes}`}`;
}

/** Writes the names of companies, at least one, as the heading of a question gives them. */
export function writeCompanies(names: readonly string[]): string {
  return `_(${names.map((name) => name.replaceAll(/[\\,;()_*<`]/g, '\\$&')).join(', ')})_`;
}

/** Writes a card's own tags as its file has them; nothing for none. A tag could hold what ends the comment. */
export function writeTags(tags: readonly string[]): string {
  const names = tags.map((name) => name.replaceAll(/[\\,;<>]/g, '\\$&'));
  return names.length === 0 ? '' : `<!-- tags: ${names.join(', ')} -->`;
}

/**
 * Returns whether Markdown leaves a card behind it alone. What only does so
 * because a mistake is mended does not count: among other cards it may be
 * mended differently.
 */
export function leavesNextAlone(markdown: string): boolean {
  if (UNFINISHED_TAG.test(markdown)) return false;
  return readBefore(`${markdown}\n\n## Interview Questions`)?.length === 0;
}

function isReadBack(text: string, card: DeckCard): boolean {
  const cards = readBefore(`## Interview Questions\n\n${text}`);
  const read = cards?.[0];
  return (
    cards?.length === 1 &&
    read?.question === card.question &&
    read.answer === card.answer &&
    read.explicitId === card.explicitId &&
    read.siblings === card.siblings
  );
}

/** Reads Markdown with one more card behind it; returns the cards before that one, if it is intact. */
function readBefore(markdown: string): DeckCard[] | null {
  const text = `${markdown}\n\n${NEXT_CARD}`;
  if (splitModules(text.split('\n')).length > 0) return null;
  const codes = new Set<DiagnosticCode>();
  const { cards } = parseModule(makeSource(text, 1), 0, HEAD, new Set(), (code) => {
    codes.add(code);
  });
  if (UNCLOSED.some((code) => codes.has(code))) return null;
  const next = cards.at(-1);
  return next?.question === 'Next?' && next.answer === 'Next.' ? cards.slice(0, -1) : null;
}
