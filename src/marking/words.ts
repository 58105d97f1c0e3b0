import { stemmer } from 'stemmer';
import { SYNONYMS } from './synonyms.js';

const EMPTY_WORDS = new Set(
  `a about above after again all also an and any are as at be because been before being below between both
  but by can cannot could did do does doing down during each else even every few for from further get gets
  give given gives go goes had has have having he her here hers him his how however i if in into is it its
  itself just let like made make makes many may me might most much must my need needs no nor not now of off
  often on once one only or other our out over own per put rather same say says see she should since so some
  still such take takes than that the their them then there these they thing things this those through thus to
  too under until up upon use used uses using very via was way we well were what when where whether which
  while who whom whose why will with within without would yes yet you your name names mean means called
  more less
  answer good better best really actually basically simply lot lots etc eg ie something somebody someone
  dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt shouldnt havent hasnt`.split(/\s+/),
);

const NEGATIONS =
  /\b(no|not|never|none|nothing|cannot|without|wrong|myth|false|(?:do|does|did|is|are|was|ca|could|wo|would|should|have|has)nt)\b/;

/** A sentence taken apart to be compared. */
export interface Sentence {
  /** Stems, names of meanings, and numbers. */
  readonly terms: ReadonlySet<string>;
  readonly isNegated: boolean;
}

/** Takes a text apart; Markdown is read as the words in it. */
export function sentencesOf(text: string): Sentence[] {
  return plainText(text)
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => ({
      terms: new Set(termsOfPlain(sentence)),
      isNegated: NEGATIONS.test(sentence.toLowerCase()),
    }))
    .filter(({ terms }) => terms.size > 0);
}

/** Returns the terms of a text, each as often as it occurs: stems, meanings and numbers. */
export function termsOf(text: string): string[] {
  return termsOfPlain(plainText(text));
}

function termsOfPlain(text: string): string[] {
  const stems = wordsOf(text).map(stemOf);
  const terms: string[] = [];
  for (let at = 0; at < stems.length; ) {
    const [meaning, length] = meaningAt(stems, at);
    const word = stems[at] ?? '';
    if (meaning !== null) terms.push(meaning);
    else if (!isEmpty(word)) terms.push(word);
    at += length;
  }
  return terms;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*|\d+(?:[.,]\d+)*/gu) ?? [];
}

function stemOf(word: string): string {
  if (/^\d/.test(word)) return numberOf(word);
  if (EMPTY_WORDS.has(word)) return word;
  return stemmer(americanOf(word));
}

/** Decimals are rounded from 10 on: one says 57 for 56.9. */
function numberOf(word: string): string {
  const value = Number(word.replaceAll(',', ''));
  return String(value < 10 ? value : Math.round(value));
}

function americanOf(word: string): string {
  return word
    .replace(/is(e[drs]?|ing|ations?)$/, 'iz$1')
    .replace(/(.{4})our(s|al|ed|ing)?$/, '$1or$2')
    .replace(/(.{4})ll(ed|ing|ers?)$/, '$1l$2');
}

function isEmpty(word: string): boolean {
  return EMPTY_WORDS.has(word) || /^[a-z]$/.test(word);
}

/** What marks and formulas say besides words. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, ' ')
    .replaceAll(/\\(?:text|mathrm|frac|cdot|times|left|right)\b/g, ' ')
    .replaceAll('√', ' sqrt ')
    .replaceAll(/[`*~$\\]/g, ' ')
    .replaceAll(/['’]/g, '');
}

const MEANING_OF = new Map(
  SYNONYMS.flatMap((phrases) =>
    phrases.map((phrase) => [keyOf(phrase), `=${phrases[0]}`] as const),
  ),
);
const MAX_WORDS = Math.max(...[...MEANING_OF.keys()].map((key) => key.split(' ').length));

function keyOf(phrase: string): string {
  return wordsOf(phrase).map(stemOf).join(' ');
}

/** The meaning of the longest phrase that begins there, null for none, and how many words it takes. */
function meaningAt(stems: readonly string[], at: number): [string | null, number] {
  for (let length = MAX_WORDS; length > 0; length--) {
    const meaning = MEANING_OF.get(stems.slice(at, at + length).join(' '));
    if (meaning !== undefined && at + length <= stems.length) return [meaning, length];
  }
  return [null, 1];
}
