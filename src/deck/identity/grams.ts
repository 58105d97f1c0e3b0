/** Beyond this many characters nothing new is learnt about how alike two texts are. */
const MAX_LENGTH = 4_000;

/**
 * Returns the trigrams of a text without case, one blank put around it, each as a
 * number: the first, second … occurrence of one as numbers of their own. None
 * for no text. The numbers are hashes; two trigrams hardly ever have the same.
 */
export function gramsOf(text: string): Int32Array {
  const padded = ` ${text.slice(0, MAX_LENGTH).toLowerCase()} `;
  const grams = new Int32Array(padded.length - 2);
  for (let i = 0; i < grams.length; i++) {
    const first = mix(padded.charCodeAt(i), padded.charCodeAt(i + 1));
    grams[i] = mix(first, padded.charCodeAt(i + 2));
  }
  return numberRepeats(grams.sort());
}

function numberRepeats(sorted: Int32Array): Int32Array {
  let previous = -1;
  let repeats = 0;
  sorted.forEach((gram, index) => {
    repeats = gram === previous ? repeats + 1 : 0;
    previous = gram;
    if (repeats > 0) sorted[index] = mix(gram, repeats);
  });
  return sorted;
}

// 30 bits: the numbers that V8 stores in place. The multiplier is 2^32 over the golden ratio.
function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ (value * 0x10001), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}
