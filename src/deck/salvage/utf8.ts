/** Returns how many bytes follow a first byte of UTF-8; 0 for any other byte. */
export function followers(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 1;
  return byte < 0xf0 ? 2 : 3;
}

/** Can this byte come second after that first byte, in text without control characters? */
export function canFollow(lead: number, second: number): boolean {
  if (lead === 0xc2 || lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}

/**
 * Returns the character of a complete UTF-8 sequence; null where the sequence is
 * not valid or names a control or private character.
 */
export function decode(bytes: readonly number[]): string | null {
  const [lead = 0, second = 0] = bytes;
  if (bytes.length < 2 || !canFollow(lead, second)) return null;
  let code = lead & (0x7f >> bytes.length);
  for (let index = 1; index < bytes.length; index++) {
    code = (code << 6) | ((bytes[index] ?? 0) & 0x3f);
  }
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isPrivate ? null : String.fromCodePoint(code);
}
