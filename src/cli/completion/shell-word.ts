/**
 * Returns a word as a shell would hand it over, from the way it stands in a line
 * that may not be finished: quotes and backslashes are taken away, nothing is
 * expanded. A quote without its end is fine.
 */
export function readShellWord(raw: string): string {
  let text = '';
  let quote = '';
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    else if (character === '\\' && quote !== "'") text += raw.charAt(++at);
    else text += character;
  }
  return text;
}
