/**
 * Reads what stands after a number: units and number words (`GB`, `million`), nouns that change nothing (`layers`),
 * denominators (`/s`, `per request`) and remarks in brackets.
 */

import * as quantity from './quantity.mjs';
import { isOperator, peek } from './reader.mjs';
import { findUnit, isNoun, spacedSuffix } from './units.mjs';

const MAX_NOUNS = 3;

/** Reads units, nouns and denominators after a number. */
export function unitsAfter(reader, value) {
  let result = unitRun(reader, value, 1);
  while (denominatorFollows(reader)) {
    reader.position += 1;
    result = unitRun(reader, result, -1);
  }
  skipRemark(reader);
  return result;
}

/** Units, and nouns around them; `power` is −1 in a denominator. A denominator takes its first word, noun or not. */
function unitRun(reader, value, power) {
  let result = value;
  if (power < 0 && !unitAt(reader)) reader.position += 1;
  for (let unit = unitAt(reader); unit; unit = unitAt(reader)) {
    reader.position += 1;
    result = quantity.withUnit(result, unit, power);
  }
  reader.position += nounsAhead(reader);
  return result;
}

/** The unit at the reader's place. A lone `T` is a suffix in `15 T tokens`, and a variable elsewhere. */
function unitAt(reader, ahead = 0) {
  const token = peek(reader, ahead);
  if (token?.type !== 'word') return undefined;
  return (
    findUnit(token.text) ??
    (isPlainNoun(peek(reader, ahead + 1)) ? spacedSuffix(token.text) : undefined)
  );
}

/** How many nouns to pass over: only those that lead on to a sign, a bracket or the end of the expression. */
function nounsAhead(reader) {
  let count = 0;
  while (count < MAX_NOUNS && isPlainNoun(peek(reader, count))) count += 1;
  const next = peek(reader, count);
  if (!next) return reader.limit === reader.tokens.length ? 0 : count;
  const leadsOn =
    ['operator', 'close', 'equals'].includes(next.type) ||
    next.text === 'per' ||
    isRemark(reader, count);
  return leadsOn ? count : 0;
}

/** A word that may follow a number and changes nothing; `tokens` is one, although it is a unit too. */
function isPlainNoun(token) {
  if (token?.type !== 'word' || !isNoun(token.text)) return false;
  return (findUnit(token.text)?.scale ?? 1) === 1 && !findUnit(token.text)?.dims.some(Boolean);
}

function denominatorFollows(reader) {
  const sign = peek(reader);
  if (!isOperator(sign, '/') && sign?.text !== 'per') return false;
  return Boolean(unitAt(reader, 1)) || isPlainNoun(peek(reader, 1));
}

/** Passes over a remark in brackets after a number, as in `14 GB (weights) + 2 GB`. */
function skipRemark(reader) {
  if (!isRemark(reader, 0)) return;
  while (peek(reader).type !== 'close') reader.position += 1;
  reader.position += 1;
}

function isRemark(reader, ahead) {
  const open = peek(reader, ahead);
  if (open?.type !== 'open' || open.glued) return false;
  let index = ahead + 1;
  while (['word', 'separator'].includes(peek(reader, index)?.type)) index += 1;
  return index > ahead + 1 && peek(reader, index)?.type === 'close';
}
