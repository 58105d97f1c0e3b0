/**
 * A quantity is what a numeric expression is worth:
 * - `value` in base units, `raw` as written (without the scales of its units), `dims`, `scale` = value / raw;
 *   `timeScale` is the part of `scale` that units of time brought in
 * - `ulp`: worth of the last shown digit, in raw terms; only a plain or scientific number has one
 * - `slack`: how far rounding of its written numbers may move `value`
 * - `factors`: the numbers it multiplies (or 1/number for those it divides by), to recognise a conversion
 *   that the author wrote out, such as `/ 3,600`
 * - `operators`: how many operations it took; `hasUnit`, `soft` (calendar unit), `mixed` (incompatible sum)
 */

const SCALAR = [0, 0, 0];
const ROUNDING = 0.6;

/** A number as written, with the worth of its last shown digit. */
export function number(raw, ulp, rounded) {
  return {
    value: raw,
    raw,
    dims: SCALAR,
    scale: 1,
    timeScale: 1,
    ulp,
    slack: rounded ? ulp * ROUNDING : 0,
    factors: [raw],
    operators: 0,
    hasUnit: false,
    soft: false,
    mixed: false,
    isTen: raw === 10,
  };
}

/** The quantity with a unit attached: multiplied by it, or divided when `power` is −1. */
export function withUnit(quantity, unit, power = 1) {
  const scale = unit.scale ** power;
  return {
    ...quantity,
    value: quantity.value * scale,
    slack: quantity.slack * scale,
    scale: quantity.scale * scale,
    timeScale: quantity.timeScale * (isTime(unit) ? scale : 1),
    dims: quantity.dims.map((own, index) => own + power * unit.dims[index]),
    hasUnit: quantity.hasUnit || unit.scale !== 1 || unit.dims.some(Boolean),
    soft: quantity.soft || Boolean(unit.soft),
    isTen: false,
  };
}

/** Product, or quotient when `power` is −1. `3 × 10^23` stays one number in scientific notation. */
export function multiply(left, right, power = 1) {
  const scientific = power === 1 && isPlain(left) && right.powerOfTen;
  const value = left.value * right.value ** power;
  return {
    ...combine(left, right),
    value,
    raw: left.raw * right.raw ** power,
    scale: left.scale * right.scale ** power,
    timeScale: left.timeScale * right.timeScale ** power,
    dims: left.dims.map((own, index) => own + power * right.dims[index]),
    slack: Math.abs(value) * (relativeSlack(left) + relativeSlack(right)),
    ulp: scientific ? left.ulp * right.raw : undefined,
    factors: [...left.factors, ...right.factors.map((factor) => factor ** power)],
    operators: left.operators + right.operators + 1,
  };
}

/** Sum, or difference when `sign` is −1. A bare number takes the unit of the other side (`80 GB − 14`). */
export function add(left, right, sign = 1) {
  const [a, b] = sameUnit(left, right);
  return {
    ...combine(a, b),
    value: a.value + sign * b.value,
    raw: a.raw + sign * b.raw,
    scale: a.scale,
    timeScale: a.timeScale,
    dims: a.dims,
    slack: a.slack + b.slack,
    ulp: undefined,
    factors: [],
    operators: a.operators + b.operators + 1,
    mixed: a.mixed || b.mixed || !sameDimensions(a, b),
  };
}

/** Power with a plain exponent. A power of ten is remembered, for scientific notation. */
export function power(base, exponent) {
  const raw = base.raw ** exponent.raw;
  const powerOfTen = base.isTen && Number.isInteger(exponent.raw);
  return {
    ...combine(base, exponent),
    value: base.value ** exponent.raw,
    raw,
    scale: base.scale ** exponent.raw,
    timeScale: base.timeScale ** exponent.raw,
    dims: base.dims.map((own) => own * exponent.raw),
    slack: Math.abs(base.value ** exponent.raw * exponent.raw) * relativeSlack(base),
    ulp: powerOfTen ? raw : undefined,
    powerOfTen,
    factors: [raw],
    operators: base.operators + exponent.operators + 1,
    mixed: base.mixed || exponent.mixed || exponent.hasUnit,
  };
}

/** The negated quantity. */
export function negate(quantity) {
  return {
    ...quantity,
    value: -quantity.value,
    raw: -quantity.raw,
    isTen: false,
    powerOfTen: false,
  };
}

/** A function's result: a bare number that counts as one operation. */
export function applied(argument, compute) {
  const result = compute(argument.value);
  return {
    ...number(result, undefined, false),
    operators: argument.operators + 1,
    mixed: argument.mixed,
  };
}

/** Whether two quantities have the same dimensions. */
export function sameDimensions(left, right) {
  return left.dims.every((own, index) => own === right.dims[index]);
}

function combine(left, right) {
  return {
    hasUnit: left.hasUnit || right.hasUnit,
    soft: left.soft || right.soft,
    mixed: left.mixed || right.mixed,
    isTen: false,
    powerOfTen: false,
  };
}

function sameUnit(left, right) {
  if (sameDimensions(left, right) || left.hasUnit === right.hasUnit) return [left, right];
  return left.hasUnit ? [left, adopt(right, left)] : [adopt(left, right), right];
}

function adopt(bare, model) {
  const { scale, timeScale, dims } = model;
  return { ...bare, value: bare.value * scale, slack: bare.slack * scale, scale, timeScale, dims };
}

/** A number without unit or operation, fit to be the mantissa of `3 × 10^23`. */
function isPlain(quantity) {
  return quantity.ulp !== undefined && quantity.operators === 0 && !quantity.hasUnit;
}

function isTime(unit) {
  return unit.dims[1] !== 0 && unit.dims[0] === 0 && unit.dims[2] === 0;
}

function relativeSlack(quantity) {
  return quantity.value === 0 ? 0 : Math.abs(quantity.slack / quantity.value);
}
