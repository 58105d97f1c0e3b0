import { attachesFile } from '../model/mail-attachment.js';

/**
 * Returns a web or mail address as a terminal may be told it: printable ASCII
 * alone, everything else percent-encoded. Null for any other kind of address:
 * a click on it could open a file or run a program.
 */
export function safeUrl(url: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(url) || url.length > 2000) return null;
  const encoded = url.replaceAll(/[^\x21-\x7e]+/gu, encodeLossless);
  return URL.canParse(encoded) && !attachesFile(new URL(encoded)) ? encoded : null;
}

function encodeLossless(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}
