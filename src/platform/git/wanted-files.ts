/** What cards are made of, and the pictures they show. */
const EXTENSIONS = /\.(md|markdown|txt|csv|tsv|ya?ml|json|png|jpe?g|gif|webp|svg)$/i;
const LICENCE = /^(licen[cs]e|copying|unlicense)$/i;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MAX_PATH = 1000;
const MAX_NAME_BYTES = 255;

/** Is a file of a repository of use here? Hidden folders hold no cards. */
export function isTaken(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.slice(0, -1).some((part) => part.startsWith('.') || part === 'node_modules')) {
    return false;
  }
  return EXTENSIONS.test(name) || LICENCE.test(name);
}

/**
 * Returns what tells whether a path out of a repository leads to a place below the folder
 * that it is joined to, and can be written on a platform.
 */
export function pathCheck(platform: NodeJS.Platform): (path: string) => boolean {
  const isWritable = platform === 'win32' ? isWindowsName : () => true;
  return (path) =>
    path.length <= MAX_PATH &&
    !/[\u0000-\u001f\\]/.test(path) &&
    path.split('/').every((part) => isPlainName(part) && isWritable(part));
}

function isPlainName(part: string): boolean {
  if (part === '' || part === '.' || part === '..') return false;
  return Buffer.byteLength(part) <= MAX_NAME_BYTES && !/^\.?git~?\d*$/i.test(part);
}

function isWindowsName(part: string): boolean {
  return !/[:*?"<>|]|[. ]$/.test(part) && !DEVICE.test(part);
}
