const CAPITAL_A = 0x41;
/** Letters that Unicode had before it gave whole alphabets, and left out of them. */
const DOUBLE_STRUCK: Readonly<Record<string, string>> = {
  C: 'ℂ',
  H: 'ℍ',
  N: 'ℕ',
  P: 'ℙ',
  Q: 'ℚ',
  R: 'ℝ',
  Z: 'ℤ',
  '1': '𝟙',
};
const SCRIPT: Readonly<Record<string, string>> = {
  B: 'ℬ',
  E: 'ℰ',
  F: 'ℱ',
  H: 'ℋ',
  I: 'ℐ',
  L: 'ℒ',
  M: 'ℳ',
  R: 'ℛ',
};

/** Returns capital letters in blackboard bold, as in ℝ; others as they are. */
export function doubleStruck(text: string): string {
  return letters(text, DOUBLE_STRUCK, 0x1d538);
}

/** Returns capital letters in script, as in ℒ; others as they are. */
export function calligraphic(text: string): string {
  return letters(text, SCRIPT, 0x1d49c);
}

function letters(text: string, special: Readonly<Record<string, string>>, capitalA: number) {
  return text.replaceAll(/[A-Z1]/g, (letter) => {
    if (Object.hasOwn(special, letter)) return special[letter] ?? letter;
    if (letter === '1') return letter;
    return String.fromCodePoint(capitalA + letter.charCodeAt(0) - CAPITAL_A);
  });
}
