/** Returns a web or mail address as Markdown takes it; null for any other kind. */
export function webAddress(url: string): string | null {
  return /^(https?:\/\/|mailto:)/i.test(url.trim()) ? encodeAddress(url.trim()) : null;
}

/** Returns an address with the characters encoded or escaped that Markdown would read as its own. */
export function encodeAddress(url: string): string {
  return url.replaceAll(/[\s<>()\\"`*_[\]]/g, (character) =>
    '_*[]'.includes(character)
      ? `\\${character}`
      : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Returns the path of a file as an address: what would end it there is encoded, too. */
export function encodePath(path: string): string {
  return encodeAddress(
    path
      .replaceAll(/%(?![0-9a-f]{2})/gi, '%25')
      .replaceAll('?', '%3F')
      .replaceAll('#', '%23'),
  );
}
