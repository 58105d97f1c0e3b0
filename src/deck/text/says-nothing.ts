/** Returns whether a text is blank but for comments of HTML, which are not shown. */
export function saysNothing(text: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    if (!text.startsWith('<!--', at)) return at >= text.length;
    const end = text.indexOf('-->', at + 2);
    if (end < 0) return false;
    at = end + 3;
  }
}
