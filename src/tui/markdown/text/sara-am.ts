// Thai SARA AM and its Lao twin are drawn in two columns and counted as one; their parts are not.

/** Writes each as the two characters that it is made of. */
export function splitSaraAm(text: string): string {
  return text.replaceAll('\u0e33', '\u0e4d\u0e32').replaceAll('\u0eb3', '\u0ecd\u0eb2');
}

/** Writes the two characters as the one that people type. */
export function joinSaraAm(text: string): string {
  return text.replaceAll('\u0e4d\u0e32', '\u0e33').replaceAll('\u0ecd\u0eb2', '\u0eb3');
}
