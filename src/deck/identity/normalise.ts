// Single blanks are most white space and need no replacing.
const UNEVEN = /[^\S ]| {2}/;

/**
 * Gives the form in which the identity rules compare text: composed (NFC), runs
 * of white space as one blank, none at the ends. Case and marks stay.
 */
export function normaliseText(text: string): string {
  const composed = text.normalize('NFC');
  return (UNEVEN.test(composed) ? composed.replaceAll(/\s+/g, ' ') : composed).trim();
}
