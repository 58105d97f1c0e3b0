import type { AnkiNote, AnkiNoteType } from '../../model/anki.js';
import { fillTemplate, type Hint, hintsOf } from './template.js';

/** HTML of a card's two sides. */
export interface CardSides {
  readonly question: string;
  readonly answer: string;
}

/** Between the question and the answer on Anki's back side. */
const ANSWER_RULE = /<hr\b[^>]*\bid\s*=\s*["']?answer\b[^>]*>/i;

/**
 * Returns the sides of a note's card in a deck as Anki would show them, the answer
 * without the question above it. Null where the note has no such card.
 */
export function cardSides(
  type: AnkiNoteType,
  note: Pick<AnkiNote, 'fields' | 'tags'>,
  ordinal: number,
  deck: string,
): CardSides | null {
  const template = type.templates[type.cloze ? 0 : ordinal];
  if (template === undefined) return null;
  const gap = type.cloze ? ordinal + 1 : null;
  const fields = new Map([
    ...specialFields(type, note, deck, template.name),
    ...type.fields.map((name, at) => [name, note.fields[at] ?? ''] as const),
  ]);
  const question = fillTemplate(template.question, { fields, gap, side: 'question' });
  const back = fillTemplate(template.answer, { fields, gap, side: 'answer' });
  const answer = withoutQuestion(back, question);
  return { question, answer: withHints(answer, hintsOf(template.question, fields)) };
}

/** What Anki gives every template beside the fields: docs.ankiweb.net, "Special Fields". */
function specialFields(
  type: AnkiNoteType,
  { tags }: Pick<AnkiNote, 'tags'>,
  deck: string,
  card: string,
): [name: string, html: string][] {
  const texts: [string, string][] = [
    ['Tags', tags.join(' ')],
    ['Type', type.name],
    ['Deck', deck],
    ['Subdeck', deck.split('::').at(-1) ?? ''],
    ['Card', card],
  ];
  return texts.map(([name, text]) => [name, escaped(text)]);
}

/** What Anki hides on the question until it is asked for is part of the answer. */
function withHints(answer: string, hints: readonly Hint[]): string {
  const missing = hints.filter(({ html }) => !answer.includes(html));
  return [answer, ...missing.map(({ name, html }) => `<p>${escaped(name)}: ${html}</p>`)].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withoutQuestion(back: string, question: string): string {
  const rule = ANSWER_RULE.exec(back);
  if (rule !== null) return back.slice(rule.index + rule[0].length);
  const start = back.trimStart();
  const front = question.trim();
  return front !== '' && start.startsWith(front) ? start.slice(front.length) : back;
}
