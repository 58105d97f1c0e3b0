import type { DeckModule } from '../model/module.js';

// Windows takes these as devices, whatever the extension.
const DEVICE_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Gives a module's file name: `NN-slug.md`, without its number where it has
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
 * Gives the name of a part's folder, made of the same characters; the empty
 * text for the empty part.
 */
export function folderName(part: string): string {
  if (part.trim() === '') return '';
  const slug = slugOf(part);
  return DEVICE_NAMES.test(slug) ? `${slug}-part` : slug;
}

function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug.slice(0, 80).replace(/-+$/, '') || 'module';
}
