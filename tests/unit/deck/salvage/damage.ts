/**
 * Damages texts the way real collections were damaged, written without the
 * tables under test so that neither can hide the other's mistake.
 */

const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const LOST = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

export type Page = 'windows-874' | 'windows-1252';

/** Shows the UTF-8 bytes of a text in a code page; the bytes it lacks vanish. */
export function damageEncoding(text: string, page: Page): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes.map((byte) => shown(byte, page)).join('');
}

/** Does the text hold a byte that no code page shows? */
export function losesBytes(text: string): boolean {
  return [...new TextEncoder().encode(text)].some((byte) => LOST.includes(byte));
}

function shown(byte: number, page: Page): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  if (LOST.includes(byte)) return '';
  if (byte < 0xa0) return WINDOWS_1252.charAt(byte - 0x80);
  const isThai = byte > 0xa0 && (byte < 0xdb || byte > 0xde) && byte < 0xfc;
  return String.fromCharCode(page === 'windows-874' && isThai ? byte + 0xd60 : byte);
}

/** Runs the lines of a module together; `<details>` becomes `Answer`, `</details>` a line break. */
export function flatten(markdown: string): string {
  return markdown
    .replaceAll('<details>\n<summary>Answer</summary>', '\u0001Answer')
    .replaceAll('</details>', '\u0001')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\u0001 ?/g, '\n')
    .replaceAll(/\[\[([^\]]+)\]\]/g, '$1')
    .trim();
}
