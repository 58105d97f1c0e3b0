/** What an import asks of a library in which nothing is. */
export const NOTHING_STORED = {
  sources: () => [],
  filesOf: () => [],
  storedCards: () => [],
  moduleFiles: () => [],
  keptChoice: () => null,
  isTaken: () => false,
  copiesOutside: () => [],
  changes: () => 0,
};

/** Files in memory, as an import and a conversion ask for them: text by absolute path. */
export function filesOf(texts) {
  const bytesOf = (path) => Buffer.from(texts.get(path) ?? '', 'utf8');
  const found = (path) => ({ path, size: bytesOf(path).length, mtimeMs: 0 });
  const inside = (folder) => [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
  return {
    kindOf: (path) => (texts.has(path) ? 'file' : inside(path).length > 0 ? 'folder' : 'missing'),
    statFile: found,
    findModuleFiles: (folder) => inside(folder).sort().map(found),
    readBytes: bytesOf,
    hashBytes: (bytes) => Buffer.from(bytes).toString('hex'),
    writeWhole: (path, text) => void texts.set(path, String(text)),
  };
}
