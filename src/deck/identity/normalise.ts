/** Runs of white space that are not one blank already, as most are. */
const UNEVEN = /\s\s+|[^\S ]/g;
/** Below these no character is composed of others: most text need not be composed. */
const MAY_COMPOSE = /[\u0300-\uffff]/;

/**
 * Returns the form in which the identity rules compare text: composed (NFC), runs
 * of white space as one blank, none at the ends. Case and marks stay.
 */
export function normaliseText(text: string): string {
  const composed = MAY_COMPOSE.test(text) ? text.normalize('NFC') : text;
  return composed.replaceAll(UNEVEN, ' ').trim();
}
