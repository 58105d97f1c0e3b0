import type { DeckModule } from '../../model/module.js';

// Windows takes these as devices, whatever the extension.
const DEVICE_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** UTF-16 code units of a title that are looked at. */
const MAX_TITLE_LENGTH = 1000;
/** Bytes; number, suffix and extension come on top, and most file systems allow 255. */
const MAX_SLUG_LENGTH = 120;
const UTF8 = new TextEncoder();

/**
 * Returns a module's file name: `NN-slug.md`, without its number where it has
 * none. Only lower-case letters, digits and dashes come from the title, so no
 * title can name another folder. Names in `taken` are avoided, and the name
 * given is added to it.
 */
export function moduleFileName(
  module: Pick<DeckModule, 'number' | 'title'>,
  taken: Set<string>,
): string {
  const slug = slugOf(module.title);
  const number = module.number === null ? '' : `${String(module.number).padStart(2, '0')}-`;
  const stem = number + (number === '' && DEVICE_NAMES.test(slug) ? `${slug}-module` : slug);
  let name = `${stem}.md`;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}.md`;
  taken.add(name);
  return name;
}

/**
 * Returns the name of a part's folder, made of the same characters; the empty
 * text for the empty part.
 */
export function folderName(part: string): string {
  if (part.trim() === '') return '';
  const slug = slugOf(part);
  return DEVICE_NAMES.test(slug) ? `${slug}-part` : slug;
}

/** File systems that ignore case or the form of accents must see two names as two. */
function slugOf(title: string): string {
  const slug = title
    .slice(0, MAX_TITLE_LENGTH)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    // By way of small letters: the capital ẞ alone stays as it is in capitals.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ς', 'σ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return shortened(slug).replaceAll(/^-+|-+$/g, '') || 'module';
}

/** Cuts between characters, for a file system counts bytes and refuses half a character. */
function shortened(slug: string): string {
  let kept = '';
  let bytes = 0;
  for (const character of slug) {
    bytes += UTF8.encode(character).length;
    if (bytes > MAX_SLUG_LENGTH) break;
    kept += character;
  }
  return kept;
}
