/**
 * Takes a maker and returns a function that calls it once, on first use. Keeps
 * statements prepared without preparing at start-up those that nobody runs.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
