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

/** Throws where two values are not the same as JSON. */
export function same(name, a, b) {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left === right) return;
  let at = 0;
  while (left[at] === right[at]) at++;
  const part = (text) => text.slice(Math.max(0, at - 60), at + 60);
  throw new BrokenLaw(name, `…${part(left)}… is not …${part(right)}…`);
}
