/** Returns part / whole; null where the whole is nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
