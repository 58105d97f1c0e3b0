// All but single blanks, which are most white space and need no replacing.
const UNEVEN = / *[^\S ]\s*| {2,}/g;

/**
 * Gives the form in which the identity rules compare text: composed (NFC), runs
 * of white space as one blank, none at the ends. Case and marks stay.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replaceAll(UNEVEN, ' ').trim();
}
