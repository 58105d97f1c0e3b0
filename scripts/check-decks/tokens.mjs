/**
 * Splits prose into the tokens of numeric expressions. Everything it does not know becomes `unknown`,
 * which keeps the parser away; it never guesses.
 *
 * Token: `{ type, text, start, end, glued }` with type number, superscript, operator, equals, open, close,
 * word, percent, tilde, separator or unknown; `glued` says that no space stands before it.
 */

const RULES = [
  ['skip', /\\(?=[$%~*])|US\$|[$€£]/y],
  ['unknown', /0[xb][0-9a-f_]+/iy],
  [
    'number',
    /(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:_\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+(?![\w]))?|\.\d+/y,
  ],
  ['superscript', /⁻?[⁰¹²³⁴-⁹]+/y],
  ['unknown', /[=!<>:+\-*/]=|=[=>]|<-|->|[≠≤≥<>≪≫∝±∼]/y],
  ['equals', /~=|[=≈≃≅]/y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*(?:[-.’'](?=[\p{L}\p{N}])[\p{L}\p{N}_]+)*/uy],
  ['root', /√/y],
  ['percent', /%/y],
  ['tilde', /~/y],
  ['operator', /[×*·⋅∗/÷∕+−^]/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['separator', /[,;:.!?"'“”‘’—…→←⇒]/y],
];

const OPERATORS = { '×': '*', '·': '*', '⋅': '*', '∗': '*', '÷': '/', '∕': '/', '−': '-' };
const SUFFIXES = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** All tokens of a text, in order. */
export function tokenize(text) {
  const tokens = [];
  const state = { text, position: 0, depth: 0, spaced: true };
  while (state.position < text.length) {
    if (/\s/.test(text[state.position])) {
      state.position += 1;
      state.spaced = true;
      continue;
    }
    const token = nextToken(state, tokens.at(-1));
    if (token) tokens.push(token);
  }
  return tokens;
}

/** Reads one token and moves on; undefined for what carries no meaning (a currency sign, a joining hyphen). */
function nextToken(state, previous) {
  const start = state.position;
  const glued = !state.spaced;
  state.spaced = false;
  const { type, text } = match(state, previous, glued);
  state.position = start + text.length;
  if (type === 'skip') {
    state.spaced = !glued;
    return undefined;
  }
  if (type === 'open') state.depth += 1;
  if (type === 'close') state.depth = Math.max(0, state.depth - 1);
  return finish({ type, text, start, end: state.position, glued }, state);
}

function match(state, previous, glued) {
  const special =
    hyphen(state, previous, glued) ??
    timesLetter(state, previous) ??
    factorial(state, previous, glued);
  if (special) return special;
  for (const [type, pattern] of RULES) {
    pattern.lastIndex = state.position;
    const found = pattern.exec(state.text);
    if (found) return { type, text: found[0] };
  }
  return { type: 'unknown', text: String.fromCodePoint(state.text.codePointAt(state.position)) };
}

/** A hyphen is a minus between spaces or in brackets, a joint in `7B-parameter`, and else a range: unknown. */
function hyphen(state, previous, glued) {
  const { text, position, depth } = state;
  if (text[position] !== '-' || /[=>]/.test(text[position + 1] ?? '')) return undefined;
  const next = text[position + 1] ?? ' ';
  if (glued && previous?.type === 'number' && /[A-Za-z]/.test(next))
    return { type: 'skip', text: '-' };
  const operand =
    previous && ['number', 'close', 'word', 'percent', 'superscript'].includes(previous.type);
  if (glued && operand && depth === 0 && next !== ' ') return { type: 'unknown', text: '-' };
  return { type: 'operator', text: '-' };
}

/** The letter x between two numbers is a multiplication sign. */
function timesLetter(state, previous) {
  if (previous?.type !== 'number' && previous?.type !== 'close' && previous?.type !== 'word')
    return undefined;
  return /^x(?=\s*[\d(])/.test(state.text.slice(state.position, state.position + 8))
    ? { type: 'operator', text: 'x' }
    : undefined;
}

function factorial(state, previous, glued) {
  const isFactorial = state.text[state.position] === '!' && glued && previous?.type === 'number';
  return isFactorial ? { type: 'unknown', text: '!' } : undefined;
}

function finish(token, state) {
  if (token.type === 'number') return finishNumber(token, state);
  if (token.type === 'superscript') return { ...token, value: superscriptValue(token.text) };
  if (token.type === 'operator')
    return { ...token, operator: token.text === 'x' ? '*' : (OPERATORS[token.text] ?? token.text) };
  if (token.type === 'equals') return { ...token, approximate: token.text !== '=' };
  return token;
}

/** Takes in a suffix (`7B`) and works out the worth of the last shown digit. */
function finishNumber(token, state) {
  const suffix = /^[KkMBT](?![\p{L}\p{N}_])/u.exec(state.text.slice(token.end, token.end + 3))?.[0];
  if (suffix) state.position += 1;
  const factor = suffix ? SUFFIXES[suffix] : 1;
  const plain = token.text.replace(/[,_]/g, '');
  const place = lastPlace(plain);
  return {
    ...token,
    text: token.text + (suffix ?? ''),
    end: state.position,
    value: Number(plain) * factor,
    ulp: place * factor,
    rounded: Boolean(suffix) || place !== 1,
  };
}

/** The worth of the last significant digit shown: 0.01 for 1.34, 1 for 14, 100,000 for 8,600,000. */
function lastPlace(plain) {
  const [mantissa, exponent = '0'] = plain.toLowerCase().split('e');
  const fraction = mantissa.split('.')[1];
  const shown = fraction === undefined ? 10 ** trailingZeros(mantissa) : 10 ** -fraction.length;
  return shown * 10 ** Number(exponent);
}

/** Trailing zeros that may come from rounding: below 1,000 none do; else at least two (three) digits count. */
function trailingZeros(digits) {
  const zeros = /0*$/.exec(digits)[0].length;
  if (digits.length < 4) return 0;
  return Math.min(zeros, digits.length - (digits.length === 4 ? 3 : 2));
}

function superscriptValue(text) {
  const digits = [...text.replace('⁻', '')].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('');
  return Number(digits) * (text.startsWith('⁻') ? -1 : 1);
}
