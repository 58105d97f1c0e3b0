/**
 * Decides whether two quantities agree: within the last shown digit for `=`, more widely for `≈`.
 */

import { sameDimensions } from './quantity.mjs';

const EXACT_UNITS = 0.6;
const APPROXIMATE_UNITS = 2;
const APPROXIMATE_SHARE = 0.05;
/** Two units of a one-digit number would accept anything (`≈ 2` for 0.1): beyond this share one unit is enough. */
const MAX_SHARE = 0.15;
const FLOAT_NOISE = 1e-9;
/** Keeps the number of products small; nobody writes out more conversions than that. */
const MAX_FACTORS = 6;

/** Numbers that convert between units when an author writes the conversion out. */
const CONVERSIONS = new Set([
  7,
  8,
  12,
  24,
  30,
  60,
  100,
  365,
  1e3,
  1e6,
  1e9,
  1e12,
  1e15,
  1024,
  1024 ** 2,
  1024 ** 3,
  1024 ** 4,
  3600,
  86_400,
  604_800,
  2_592_000,
  31_536_000,
]);

/**
 * Compares the sides of `left = right`.
 * @returns {{ holds: boolean, actual: number }} `actual`: what the left side is worth in the right side's unit
 */
export function compare(left, right, approximate) {
  const holds =
    readings(left, right).some(([number, scale]) =>
      agrees(number, right.raw * scale, toleranceOf(left, right, approximate, scale)),
    ) || convertedByHand(left, right, approximate);
  return { holds, actual: worth(left, right) };
}

/**
 * The ways to read the left side, each with the scale to put the right side to. Base units come first; numbers
 * without units, with other ones or with calendar ones may also be meant as they are written.
 */
function readings(left, right) {
  const same = sameDimensions(left, right);
  const list = [[left.value, right.scale]];
  if (!left.hasUnit || !right.hasUnit || left.soft || right.soft || !same) list.push([left.raw, 1]);
  if (isScalar(left) && !same) list.push([left.value, 1]);
  // `10M items/day × 3 KB = 30 GB`: the time that only one side names is left out of both.
  if (!same) list.push([left.value / left.timeScale, right.scale / right.timeScale]);
  return list;
}

function worth(left, right) {
  if (!left.hasUnit || !right.hasUnit) return left.raw;
  if (sameDimensions(left, right)) return left.value / right.scale;
  if (isScalar(left)) return left.value;
  return left.value / left.timeScale / (right.scale / right.timeScale);
}

/** Without dimension, though `0.1% × 30` or `2 million × 3` may have units. */
function isScalar(quantity) {
  return !quantity.dims.some(Boolean);
}

function agrees(actual, stated, tolerance) {
  return Math.abs(actual - stated) <= tolerance + FLOAT_NOISE * Math.abs(stated);
}

/** How far the left side may be off; `scale` is 1 for raw numbers, the right side's scale for base units. */
function toleranceOf(left, right, approximate, scale) {
  const stated = Math.abs(right.raw * scale);
  const own =
    right.ulp === undefined
      ? Math.abs(relative(right) * stated)
      : lastDigitTolerance(right.ulp * scale, stated, approximate);
  const carried = left.ulp === undefined ? 0 : relative(left) * stated;
  return Math.max(own + carried, approximate ? APPROXIMATE_SHARE * stated : 0);
}

function lastDigitTolerance(ulp, stated, approximate) {
  if (!approximate) return ulp * EXACT_UNITS;
  const wide = ulp * APPROXIMATE_UNITS;
  return wide > MAX_SHARE * stated ? ulp : wide;
}

function relative(quantity) {
  return quantity.value === 0 ? 0 : Math.abs(quantity.slack / quantity.value);
}

/**
 * `7,200 s / 3,600 = 2 hours` converts twice: once by hand, once by its unit. It holds when the factor by which
 * the sides differ is written on the left and leads from the left side's unit to the right side's, or from either
 * to the base unit; 8 stands between bits and bytes under any prefix.
 */
function convertedByHand(left, right, approximate) {
  if (!left.hasUnit || !right.hasUnit) return false;
  const tolerance = toleranceOf(left, right, approximate, right.scale);
  const wanted = [left.scale / right.scale, 1 / right.scale, left.scale, 8, 1 / 8];
  return handFactors(left).some(
    (factor) =>
      wanted.some((ratio) => agrees(factor, ratio, 0)) &&
      agrees(left.value / factor, right.value, tolerance),
  );
}

/** All products of the left side's written conversion factors. */
function handFactors(left) {
  const products = [];
  for (const factor of left.factors.filter(isConversion).slice(0, MAX_FACTORS)) {
    products.push(factor, ...products.map((product) => product * factor));
  }
  return products;
}

function isConversion(factor) {
  const whole = Math.round(factor >= 1 ? factor : 1 / factor);
  return (
    CONVERSIONS.has(whole) &&
    Math.abs(Math.log(factor >= 1 ? factor / whole : factor * whole)) < FLOAT_NOISE
  );
}
