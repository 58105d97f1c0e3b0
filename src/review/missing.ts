import type { AnswerParts } from '../model/answer-parts.js';
import { once } from '../model/once.js';

/** What a model answer names and a typed one does not. */
export interface Missing {
  /** Points of which the typed answer names too little. Markdown. */
  readonly points: readonly string[];
  /** Words of weight, the weightiest first, as the model answer spells them. */
  readonly terms: readonly string[];
}

const MAX_TERMS = 12;
/** The share of a point's words of weight that a typed answer must have to have named it, 0..1. */
const NAMED_SHARE = 0.4;
/** Characters of an answer that are compared. */
const MAX_COMPARED = 50_000;

// Made when it is first needed: making one takes longer than a start may.
const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'word' }));

/** Words that say nothing of a subject. */
const COMMON = new Set(
  `a about above after again all also although always an and any are as at be because been before being below
between both but by can cannot could did do does doing done down each either else even every few first for from
further get gets give gives given goes had has have having he her here his how however i if in instead into is it
its itself just keep keeps last less let like made make makes many may might mean means more most much must near
need needs never no nor not now of off often on once one only or other others our out over own per rather really
same say says second see seen several she should show shows since so some still such take taken takes than that
the their them then there therefore these they this those though three through thus to together too two under
until up upon us use used uses using usually very was way we well were what when where whether which while who
whose why will with within without would yes yet you your answer example short trap points`.split(
    /\s+/,
  ),
);

/**
 * Says what a model answer names that a typed one does not. Words count in any
 * of their usual endings; text of the model answer that is bold or code, and
 * numbers, weigh more than the rest.
 */
export function missingFrom(answer: string, parts: AnswerParts | null, typed: string): Missing {
  const named = new Set(wordsOf(typed).map(stemOf));
  const points = (parts?.points ?? []).filter(
    ({ kind, text }) => kind === 'good' && shareNamed(text, named) < NAMED_SHARE,
  );
  const body = parts === null ? answer : `${parts.short ?? ''}\n${parts.rest}`;
  return { points: points.map(({ text }) => text), terms: missingTerms(body, named) };
}

function shareNamed(text: string, named: ReadonlySet<string>): number {
  const stems = new Set(wordsOf(text).map(stemOf));
  if (stems.size === 0) return 1;
  return [...stems].filter((stem) => named.has(stem)).length / stems.size;
}

function missingTerms(text: string, named: ReadonlySet<string>): string[] {
  const strong = [...text.slice(0, MAX_COMPARED).matchAll(/\*\*([^*\n]+)\*\*|`([^`\n]+)`/g)]
    .flatMap(([, bold = '', code = '']) => wordsOf(bold || code))
    .map(stemOf);
  const emphasised = new Set(strong);
  const found = new Map<string, { readonly word: string; weight: number }>();
  for (const word of wordsOf(text)) {
    const stem = stemOf(word);
    if (named.has(stem)) continue;
    const entry = found.get(stem) ?? { word, weight: weightOf(word, emphasised.has(stem)) };
    entry.weight++;
    found.set(stem, entry);
  }
  return [...found.values()]
    .filter(({ weight }) => weight > 1)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_TERMS)
    .map(({ word }) => word);
}

/** Short everyday words count only where they come again. */
function weightOf(word: string, isEmphasised: boolean): number {
  if (isEmphasised) return 3;
  if (/\d|^\p{Lu}{2,}/u.test(word)) return 2;
  // Without blanks between words, two letters are a word already.
  return word.length >= 6 || /^\p{Lo}{2,}$/u.test(word) ? 1 : 0;
}

/** The words of weight of a text, in order. */
function wordsOf(text: string): string[] {
  const bare = text.slice(0, MAX_COMPARED).replaceAll(/\]\([^)\s]*\)|https?:\S+|\\[a-z]+/gi, ' ');
  return [...segmenter().segment(bare)]
    .filter(({ segment, isWordLike }) => isWordLike && isOfWeight(segment))
    .map(({ segment }) => segment);
}

function isOfWeight(word: string): boolean {
  if (/^\d+$/.test(word)) return word.length > 1;
  return word.length > 1 && !COMMON.has(word.toLowerCase());
}

/** The word without its commonest English endings, in small letters and without accents. */
function stemOf(word: string): string {
  const plain = word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (plain.length < 5) return plain.replace(/s$/, '');
  return plain
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|ing|edly|ed|es|s|ly)$/, '')
    .replace(/(.)\1$/, '$1')
    .replace(/e$/, '');
}
