/*
 * Characters that begin something in Markdown wherever they stand. An
 * underscore within a word and a lone tilde begin nothing.
 */
const ANYWHERE =
  /[\\`*$<]|!(?=\[)|\[(?=[^\]\n]{0,200}\][([:])|\[(?=\[)|\](?=[([])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?\w+;)/gu;

/** Text at the beginning of a line that would make a heading, list, quote, fence or rule of it. */
const LINE_START =
  /^([ \t]*)(?:(#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|(?:=+|-+)(?=[ \t]*$)|~~~|-(?=(?:[ \t]*-){2,}[ \t]*$)|:?-+:?(?=[ \t]*\|)|\|)|(\d{1,9})([.)])(?=[ \t]|$))/gm;

/** Escapes text so that Markdown shows it as it is. `lineStart` says that it begins a line. */
export function escapeMarkdown(text: string, lineStart: boolean): string {
  const escaped = text.replaceAll(ANYWHERE, '\\$&');
  if (lineStart) return escapeLines(escaped);
  const end = escaped.indexOf('\n');
  return end < 0 ? escaped : escaped.slice(0, end + 1) + escapeLines(escaped.slice(end + 1));
}

function escapeLines(text: string): string {
  return text.replaceAll(
    LINE_START,
    (_, blanks: string, sign?: string, digits?: string, stop?: string) =>
      sign === undefined ? `${blanks}${digits}\\${stop}` : `${blanks}\\${sign}`,
  );
}

/** Returns code between as many backticks as it takes. */
export function codeSpan(code: string): string {
  const text = code.replaceAll(/\s+/g, ' ');
  if (text.trim() === '') return text;
  const ticks = '`'.repeat(longestRun(text, '`') + 1);
  // Of a blank at both ends Markdown takes one away.
  const pad = /^`|`$/.test(text) || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** Returns code as a fenced block. */
export function codeFence(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code, '`') + 1));
  return `${fence}${language}\n${code.replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
