/**
 * Returns a function that makes its value at the first call, and gives the same one ever after. So the store
 * keeps statements prepared without preparing at start-up those that nobody runs.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
