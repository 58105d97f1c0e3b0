/**
 * Finds the figures of a sentence: numbers with a unit or of a named quantity, with what they are said of.
 */

import { findUnit } from '../check-decks/units.mjs';
import { namesIn } from './names.mjs';

const NUMBER =
  /(?<![\w.,^/-])(\$?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?[×x·]\s?10([⁻⁰¹²³⁴-⁹]+))?(?:([KkMBT])(?![\w/]))?/g;
const SUFFIXES = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const WORDS = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const UNIT = /^[ -]?((?:[A-Za-zµμ]{1,12}|%))(?:(?:\/| per )((?:million |M )?[A-Za-z]+))?(?![\w])/;
const NOUN = /^[ -]((?:[A-Z]{2,3} |key\/value )?[a-z]{3,}(?:[ -][a-z]{3,})?)/;
/** Words that end the name of a quantity. */
const STOP = new Set(
  `and but for the per with than that this these those which who are was were from into over under about only each both
  has have had can may must not nor its his her one two three four times when while where then there here because if so as
  at in on to of or by it is out up down off all any more most less least same such very too also just even still yet once
  after before during between against without within below above instead rather does did will would should could gives
  gave takes took needs holds costs fits makes means runs stays comes goes reads became beats wins loses against`.split(
    /\s+/,
  ),
);
const BASES = ['B', 's', 'W'];
const YEAR = /^(?:19[5-9]|20[0-4])\d$/;

/**
 * `before` is the name that a sentence without any goes on about.
 * @returns {{ subject: string, key: string, unit: string, value: number, digits: number, text: string, offset: number }[]}
 *   figures with the name nearest to each; none where nothing is named
 */
export function figuresIn(sentence, before = null) {
  const own = namesIn(sentence);
  const names = own.length > 0 || before === null ? own : [{ ...before, start: 0, end: 0 }];
  if (names.length === 0) return [];
  return [...sentence.matchAll(NUMBER)].flatMap((found) => {
    const within = names.some(({ start, end }) => found.index >= start && found.index < end);
    const figure = within ? null : figureOf(sentence, found);
    if (figure === null) return [];
    const { name, key } = nearest(names, found.index, found.index + figure.text.length);
    return [{ subject: name, key, ...figure, offset: found.index }];
  });
}

function figureOf(sentence, found) {
  const [all, money, digits, power, suffix] = found;
  const after = sentence.slice(found.index + all.length);
  // As one literal: the powers of some Nodes are off in their last digit.
  const written = Number(`${digits.replaceAll(',', '')}e${exponentOf(power)}`);
  const number = { value: written * (SUFFIXES[suffix] ?? 1), digits: digitsOf(digits) };
  if (money) return priced(number, all, after);
  const measured = measuredOf(number, all, after);
  if (measured !== null) return measured;
  if (!suffix && !power && YEAR.test(digits)) return { ...number, unit: 'year', text: all };
  return counted(number, all, after);
}

/** Digits that say something: zeros at the end of 5,000 and more may come from rounding. */
function digitsOf(digits) {
  const plain = digits.replaceAll(',', '');
  if (plain.includes('.')) return plain.replace(/^0*\.?0*/, '').replace('.', '').length || 1;
  return plain.length < 4 ? plain.length : Math.max(2, plain.replace(/0+$/, '').length);
}

function exponentOf(power = '') {
  const digits = [...power.replace('⁻', '')].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('');
  return Number(digits) * (power.startsWith('⁻') ? -1 : 1);
}

function priced(number, all, after) {
  const per = /^(?:\s?\w+)?(?:\/| per | an? )((?:million |M )?(?:GPU[ -])?[A-Za-z]+)/.exec(after);
  const of = per?.[1]?.toLowerCase().replace(/^m /, 'million ').replace(/s$/, '');
  return { ...number, unit: of === undefined ? '$' : `$ per ${of}`, text: all + (per?.[0] ?? '') };
}

/** A number with a unit of bytes, time, power, work or share. */
function measuredOf({ value, digits }, all, after) {
  const found = UNIT.exec(after);
  if (found === null) return null;
  const [text, word, per] = found;
  const unit = findUnit(word);
  if (word === '%' || word === 'percent') return { value, digits, unit: '%', text: all + text };
  if (unit === undefined || Object.hasOwn(WORDS, word) || /^bits?$/.test(word)) return null;
  const isWork = /FLOP/.test(word);
  const base = isWork
    ? 'FLOP'
    : unit.dims[0] + unit.dims[1] + unit.dims[2] === 0
      ? word.replace(/s$/, '')
      : baseOf(unit);
  const rate = per === undefined ? '' : `/${per.replace(/^seconds?$/, 's')}`;
  // TFLOPS says a rate as often as TFLOP/s does.
  const name = isWork && /S$/.test(word) ? 'FLOP/s' : `${base}${rate}`;
  return { value: value * unit.scale, digits, unit: name, text: all + text };
}

function baseOf({ dims }) {
  return dims
    .map((power, at) => (power === 0 ? '' : power === 1 ? BASES[at] : `/${BASES[at]}`))
    .join('');
}

/** A number of a named quantity: layers, query heads, billion parameters. */
function counted({ value, digits }, all, after) {
  const word = /^ (thousand|million|billion|trillion)\b/.exec(after);
  const scaled = value * (WORDS[word?.[1]] ?? 1);
  const noun = NOUN.exec(after.slice(word?.[0].length ?? 0))?.[1];
  if (noun === undefined) return null;
  const words = noun.split(/[ -]/);
  const end = words.findIndex((each) => STOP.has(each));
  const kept = end < 0 ? words : words.slice(0, end);
  if (kept.length === 0) return null;
  return {
    value: scaled,
    digits,
    unit: kept.join(' ').replace(/s$/, ''),
    text: `${all}${word?.[0] ?? ''} ${kept.join(' ')}`,
  };
}

function nearest(names, start, end) {
  const distance = (name) => (name.end <= start ? start - name.end : name.start - end);
  return names.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}
