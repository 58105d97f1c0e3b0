/** A law that does not hold. Its name, not the values, tells one finding from another. */
class BrokenLaw extends Error {
  constructor(law, detail = '') {
    super(detail === '' ? law : `${law}: ${detail}`);
    this.law = law;
  }
}

/** Throws where a law does not hold; `detail` is only asked for then. */
export function law(name, holds, detail = () => '') {
  if (!holds) throw new BrokenLaw(name, detail());
}

/** Throws where two values are not the same as JSON; the order of an object's keys says nothing. */
export function same(name, a, b) {
  const [left, right] = [a, b].map((value) => JSON.stringify(value, inOrder));
  if (left === right) return;
  let at = 0;
  while (left[at] === right[at]) at++;
  const part = (text) => text.slice(Math.max(0, at - 60), at + 60);
  throw new BrokenLaw(name, `…${part(left)}… is not …${part(right)}…`);
}

function inOrder(_, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  );
}
