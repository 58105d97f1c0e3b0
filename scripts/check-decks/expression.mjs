/**
 * A recursive-descent evaluator of numeric expressions over the tokens of tokens.mjs.
 * It reads the longest expression it understands and says where that ends; the caller judges what follows.
 */

import * as quantity from './quantity.mjs';
import { isOperator, peek } from './reader.mjs';
import { unitsAfter } from './unit-phrase.mjs';
import { findUnit } from './units.mjs';

const FUNCTIONS = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  'log₂': Math.log2,
  log10: Math.log10,
  'log₁₀': Math.log10,
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
};

/** Whether an expression may begin with this token. */
export function canStart(token, next) {
  if (['number', 'open', 'tilde', 'root'].includes(token.type)) return true;
  if (token.type === 'operator') return token.operator === '-';
  return token.type === 'word' && (isCall(token, next) || isConstant(token, next));
}

/** Evaluates from `start`; answers `{ quantity, end, approximate }` or undefined where no expression begins. */
export function evaluate(tokens, start, limit = tokens.length) {
  const reader = { tokens, position: start, limit, approximate: false };
  const result = sum(reader);
  return result && { quantity: result, end: reader.position, approximate: reader.approximate };
}

function sum(reader) {
  return leftToRight(
    reader,
    product,
    (token) => isOperator(token, '+-'),
    (left, right, sign) => quantity.add(left, right, sign === '-' ? -1 : 1),
  );
}

function product(reader) {
  return leftToRight(reader, unary, isProductSign, (left, right, sign) =>
    quantity.multiply(left, right, sign === '*' ? 1 : -1),
  );
}

/** `per 1M tokens` divides by a number as `/` does. */
function isProductSign(token, next) {
  return isOperator(token, '*/') || (token?.text === 'per' && next?.type === 'number');
}

/** Reads operand (sign operand)*; a sign without an operand after it is left unread. */
function leftToRight(reader, operand, isSign, combine) {
  let left = operand(reader);
  while (left && isSign(peek(reader), peek(reader, 1))) {
    const before = reader.position;
    const sign = peek(reader).operator;
    reader.position += 1;
    const right = operand(reader);
    if (!right) {
      reader.position = before;
      break;
    }
    left = combine(left, right, sign);
  }
  return left;
}

function unary(reader) {
  if (!isOperator(peek(reader), '-')) return measured(reader);
  reader.position += 1;
  const operand = measured(reader);
  return operand && quantity.negate(operand);
}

/** A power with the units after it. */
function measured(reader) {
  const value = raised(reader);
  return value && unitsAfter(reader, value);
}

function raised(reader) {
  const base = primary(reader);
  const next = peek(reader);
  if (!base || !next) return base;
  if (next.type === 'superscript' && next.glued) {
    reader.position += 1;
    return quantity.power(base, quantity.number(next.value, 1, false));
  }
  return isOperator(next, '^') ? caret(reader, base) : base;
}

function caret(reader, base) {
  const before = reader.position;
  reader.position += 1;
  const negative = isOperator(peek(reader), '-');
  if (negative) reader.position += 1;
  const exponent = raised(reader);
  if (exponent) return quantity.power(base, negative ? quantity.negate(exponent) : exponent);
  reader.position = before;
  return base;
}

function primary(reader) {
  const token = peek(reader);
  if (!token) return undefined;
  if (token.type === 'tilde') return approximately(reader);
  if (token.type === 'number') return literal(reader, token);
  if (token.type === 'open') return bracketed(reader);
  if (token.type === 'root') return root(reader);
  return token.type === 'word' ? named(reader, token) : undefined;
}

function approximately(reader) {
  reader.position += 1;
  reader.approximate = true;
  return primary(reader);
}

function literal(reader, token) {
  reader.position += 1;
  const value = quantity.number(token.value, token.ulp, token.rounded);
  if (peek(reader)?.type !== 'percent') return value;
  reader.position += 1;
  return quantity.withUnit(value, findUnit('%'));
}

function bracketed(reader) {
  const before = reader.position;
  reader.position += 1;
  const inner = sum(reader);
  if (inner && peek(reader)?.type === 'close') {
    reader.position += 1;
    return inner;
  }
  reader.position = before;
  return undefined;
}

function root(reader) {
  reader.position += 1;
  const operand = primary(reader);
  return operand && quantity.applied(operand, Math.sqrt);
}

/** A function before a bracket, or a logarithm before a bare number (`log₂ 10`). */
function isCall(token, next) {
  if (!Object.hasOwn(FUNCTIONS, token.text)) return false;
  return next?.type === 'open' || (next?.type === 'number' && /^(?:ln|log.+)$/.test(token.text));
}

function isConstant(token, next) {
  return (
    token.text === 'π' ||
    (token.text === 'e' && (isOperator(next, '^') || next?.type === 'superscript'))
  );
}

function named(reader, token) {
  const next = peek(reader, 1);
  if (isConstant(token, next)) {
    reader.position += 1;
    return quantity.number(token.text === 'π' ? Math.PI : Math.E, undefined, false);
  }
  if (!isCall(token, next)) return undefined;
  reader.position += 1;
  const operand = argument(reader);
  return operand && quantity.applied(operand, FUNCTIONS[token.text]);
}

/** A bracketed argument, or a bare number; `ln 8 / 2` could mean two things, so it is none. */
function argument(reader) {
  const token = peek(reader);
  if (token.type === 'open') return bracketed(reader);
  const next = peek(reader, 1);
  if (next?.type === 'superscript' || isOperator(next, '*/^')) return undefined;
  return literal(reader, token);
}
