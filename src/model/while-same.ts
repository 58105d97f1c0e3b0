/** Keeps the last value that was made, and gives it again while it is asked for with the same arguments. */
export function whileSame<A extends readonly unknown[], T>(make: (...of: A) => T): (...of: A) => T {
  let last: { readonly of: A; readonly value: T } | null = null;
  return (...of) => {
    if (last === null || !of.every((each, at) => each === last?.of[at])) {
      last = { of, value: make(...of) };
    }
    return last.value;
  };
}
