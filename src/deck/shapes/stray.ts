import type { Vote } from './decide.js';
import type { FileSurroundings } from './page/page.js';
import type { Unit } from './shape.js';

/** Texts that many folders hold and nobody learns. */
const ORDINARY =
  /^(?:requirements|constraints|licen[cs]es?|copying|notice|robots|humans|ads|security|cmakelists|changelog|changes|version|manifest|authors|install|output|log)\b/i;
/** What a repository says of itself. */
const DOCUMENTS =
  /^(?:changelog|changes|contributing|contributors|code.of.conduct|licen[cs]e|security|authors|governance|pull.request.template|issue.template)$/i;
/** Shapes with signs of their own, so that a file has them by no accident. */
const SIGNED = new Set(['question-answer', 'callouts', 'emoji', 'obsidian', 'summary']);
/** So many of the questions must be what is asked in words, and have an answer. */
const MOST = 0.7;
const MIN_QUESTIONS = 2;
/** So many of the answers must differ: of labels few do. */
const MIN_DISTINCT = 0.5;
/** A word, or a character that is one. */
const WORD = /\p{L}{2}|\p{Lo}/u;
/** A path, an address, an identifier. */
const NAME = /^\S*[/\\_@]\S*$/;

/**
 * Is a file that lay in a folder, a text or data, no list of questions although it has a shape?
 * Texts without signs must ask; tables must hold words on both sides and different answers.
 */
export function isStray(
  { found, name, asking }: FileSurroundings,
  { shape, ballot }: Vote,
  units: readonly Unit[],
): boolean {
  if (found === 'notes') return DOCUMENTS.test(name);
  if (ballot.isSigned === true) return false;
  if (found === 'data' || shape.name === 'table') return shape.name !== 'table' || !areWords(units);
  if (shape.name === 'question-file') return asking <= MOST;
  if (ORDINARY.test(name) || units.length < MIN_QUESTIONS) return true;
  return share(units, SIGNED.has(shape.name) ? isWords : isAsked) < MOST;
}

const ASKS = /[?？؟][*_)\]"'\s]*(?:\n|$)/;
const isAsked = ({ question, answer }: Unit) => answer !== '' && ASKS.test(question);

function areWords(units: readonly Unit[]): boolean {
  const answers = new Set(units.map(({ answer }) => answer));
  return share(units, isWords) >= MOST && answers.size >= units.length * MIN_DISTINCT;
}

const isWords = ({ question, answer }: Unit) =>
  WORD.test(question) &&
  !NAME.test(question) &&
  answer !== '' &&
  (ASKS.test(question) || (WORD.test(answer) && !NAME.test(answer)));

const share = (units: readonly Unit[], counts: (unit: Unit) => boolean) =>
  units.filter(counts).length / Math.max(1, units.length);
