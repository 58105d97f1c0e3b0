/**
 * The sentences of a module as the product reads it, each with its card and the line it begins on.
 */

import { blocksOf } from '../check-decks/prose.mjs';
import { namesIn } from './names.mjs';

const SENTENCE_END = /(?<=[.!?][)"'”’*_`]*)\s+(?=[A-Z(`"“*\d])/;

/**
 * @returns {{ card: string, line: number, text: string, before: object | null }[]}
 *   `before`: the last thing that the card has named until then
 */
export function sentencesOf(module, source) {
  const lines = source.split('\n');
  const { keyQuestion, insights } = module.extras;
  const before = [keyQuestion, ...insights].flatMap((text) => textsOf(text, 'insights', 0, lines));
  const inCards = module.cards.flatMap(({ question, answer, line }) =>
    textsOf(`${question}\n\n${answer}`, firstLine(question), line, lines),
  );
  return [...before, ...inCards];
}

function textsOf(markdown, card, from, source) {
  let at = from;
  let code = false;
  const lines = markdown.split('\n').map((text) => {
    const isFence = /^\s*(?:```|~~~)/.test(text);
    if (isFence) code = !code;
    const found = source.findIndex((line, index) => index >= at && line.includes(text));
    if (text.trim() !== '' && found >= 0) at = found;
    return { number: at + 1, text, code: code || isFence };
  });
  const sentences = rowsJoined(blocksOf(lines)).flatMap(({ text, line }) =>
    text.split(SENTENCE_END).map((sentence) => ({ card, line, text: plain(sentence) })),
  );
  let before = null;
  return sentences.map((sentence) => {
    const named = { ...sentence, before };
    before = namesIn(sentence.text).at(-1) ?? before;
    return named;
  });
}

/** Cells of one line are one sentence: the first says what the others are of. */
function rowsJoined(blocks) {
  const joined = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'cell' && last?.kind === 'cell' && last.line === block.line) {
      last.text += ` | ${block.text.trim()}`;
    } else joined.push({ ...block });
  }
  return joined;
}

function plain(text) {
  return text
    .replaceAll(/\]\([^)\s]*\)|[*`_[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function firstLine(question) {
  return question.trim().split('\n')[0] ?? '';
}
