/** Runs of white space that are not one blank already, as most are. */
const UNEVEN = /\s\s+|[^\S ]/g;

/**
 * Returns the form in which the identity rules compare text: composed (NFC), runs
 * of white space as one blank, none at the ends. Case and marks stay.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replaceAll(UNEVEN, ' ').trim();
}
