/**
 * The units the arithmetic check understands, and the words it may ignore after a number.
 *
 * A unit is `{ scale, dims, soft }`: `scale` turns a number into base units (bytes, seconds, watts),
 * `dims` are the powers of [byte, second, watt], `soft` marks calendar units whose length varies.
 */

const NONE = [0, 0, 0];
const BYTE = [1, 0, 0];
const TIME = [0, 1, 0];
const POWER = [0, 0, 1];
const ENERGY = [0, 1, 1];
const RATE = [0, -1, 0];
const BYTE_RATE = [1, -1, 0];

const DECIMAL_PREFIXES = {
  '': 1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Z: 1e21,
  Y: 1e24,
};
const BINARY_PREFIXES = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 };
const LONG_PREFIXES = { kilo: 1e3, mega: 1e6, giga: 1e9, tera: 1e12, peta: 1e15 };
const DAY = 86_400;

const TIME_UNITS = [
  [1e-9, 'ns', 'nanosecond', 'nanoseconds'],
  [1e-6, 'us', 'µs', 'μs', 'microsecond', 'microseconds'],
  [1e-3, 'ms', 'millisecond', 'milliseconds'],
  [1, 's', 'sec', 'secs', 'second', 'seconds'],
  [60, 'min', 'mins', 'minute', 'minutes'],
  [3600, 'h', 'hr', 'hrs', 'hour', 'hours'],
  [DAY, 'day', 'days'],
  [7 * DAY, 'week', 'weeks'],
];

/** A year is exactly twelve months here, so that `40 USD/month × 12 = 480 USD/year` converts by 12. */
const CALENDAR_UNITS = [
  [30.4375 * DAY, 'month', 'months'],
  [365.25 * DAY, 'year', 'years'],
];

/** Units without dimension, so that `1.5 + 2.5 = 4 billion` may name the billions once. */
const NUMBER_WORDS = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
};
const SPACED_SUFFIXES = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };

const units = buildUnits();

/** Fills the table from the lists above, so that no unit is spelled out twice. */
function buildUnits() {
  const table = new Map();
  addPrefixed(table, DECIMAL_PREFIXES);
  addPrefixed(table, BINARY_PREFIXES);
  for (const [prefix, scale] of Object.entries(LONG_PREFIXES)) addLongBytes(table, prefix, scale);
  for (const [scale, ...names] of TIME_UNITS) addAll(table, names, { scale, dims: TIME });
  for (const [scale, ...names] of CALENDAR_UNITS)
    addAll(table, names, { scale, dims: TIME, soft: true });
  for (const [name, scale] of Object.entries(NUMBER_WORDS))
    addAll(table, [name], { scale, dims: NONE });
  addAll(table, ['QPS', 'qps', 'RPS', 'rps', 'TPS', 'FPS', 'fps'], { scale: 1, dims: RATE });
  addAll(table, ['%', 'percent', 'cent', 'cents'], { scale: 0.01, dims: NONE });
  // One letter is a suffix (B) or a variable (W, b, h) more often than a unit; only these few are safe.
  for (const name of ['B', 'b', 'kb', 'Kb']) table.delete(name);
  return table;
}

/** Adds every unit that takes a metric prefix: bytes, bits, bit rates, FLOPs, watts, hertz. */
function addPrefixed(table, prefixes) {
  for (const [prefix, scale] of Object.entries(prefixes)) {
    addAll(table, [`${prefix}B`, `${prefix}byte`, `${prefix}bytes`], { scale, dims: BYTE });
    addAll(table, [`${prefix}b`, `${prefix}bit`, `${prefix}bits`], {
      scale: scale / 8,
      dims: BYTE,
    });
    addAll(table, [`${prefix}bps`], { scale: scale / 8, dims: BYTE_RATE });
    // TFLOPS stands for a count as often as for a rate; without a dimension both readings pass.
    addAll(table, [`${prefix}FLOP`, `${prefix}FLOPs`, `${prefix}FLOPS`], { scale, dims: NONE });
    addAll(table, [`${prefix}tok`, `${prefix}Tok`, `${prefix}token`, `${prefix}tokens`], {
      scale,
      dims: NONE,
    });
    addAll(table, [`${prefix}W`], { scale, dims: POWER });
    addAll(table, [`${prefix}Wh`], { scale: scale * 3600, dims: ENERGY });
    addAll(table, [`${prefix}Hz`], { scale, dims: RATE });
  }
}

function addLongBytes(table, prefix, scale) {
  addAll(table, [`${prefix}byte`, `${prefix}bytes`], { scale, dims: BYTE });
  addAll(table, [`${prefix}bit`, `${prefix}bits`], { scale: scale / 8, dims: BYTE });
}

function addAll(table, names, unit) {
  for (const name of names) table.set(name, unit);
}

/** Words that are prose even straight after a number: they end an expression. */
const STOP_WORDS = new Set(
  `and or of per times plus minus over by for with than so then that this these those which who is are was were if as at
  in on to from the but half twice double triple about roughly approximately around nearly almost only just exactly some
  log exp sqrt max min mean sum sin cos tanh softmax ceil floor round where when while because since hence thus gives
  giving equals means not into out via yet also still versus under above below divided multiplied squared cubed`.split(
    /\s+/,
  ),
);

const CAPITAL_NOUNS = new Set(
  'GPU GPUs TPU TPUs CPU CPUs USD EUR H100 H100s H200 H200s A100 A100s B200 B200s V100 V100s KV Q K/V FLOP'.split(
    ' ',
  ),
);

/** Whether a word may stand after a number without changing its value (layers, heads, requests …). */
export function isNoun(word) {
  return CAPITAL_NOUNS.has(word) || (/^[a-z]{3,}(?:-[a-z]+)*$/.test(word) && !STOP_WORDS.has(word));
}

/** A suffix that stands apart from its number, as in `15 T tokens`. */
export function spacedSuffix(word) {
  return Object.hasOwn(SPACED_SUFFIXES, word)
    ? { scale: SPACED_SUFFIXES[word], dims: NONE }
    : undefined;
}

/** The unit a word names; compounds (`GPU-hours`) multiply their parts. Undefined for any other word. */
export function findUnit(word) {
  const known = units.get(word);
  if (known || !word.includes('-')) return known;
  const parts = word.split('-').map((part) => units.get(part) ?? nounUnit(part));
  if (parts.includes(undefined)) return undefined;
  return parts.reduce(multiplyUnits);
}

function nounUnit(word) {
  return isNoun(word) ? { scale: 1, dims: NONE } : undefined;
}

function multiplyUnits(left, right) {
  return {
    scale: left.scale * right.scale,
    dims: left.dims.map((power, index) => power + right.dims[index]),
    soft: left.soft || right.soft,
  };
}
