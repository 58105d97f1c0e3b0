import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// PowerShell is on none of the machines that run this: what can be told of its grammar without it.
const script = readFileSync('completions/viva.ps1', 'utf8');

/** Characters that are code: neither in a string nor in a comment. Throws where one is not closed. */
function code(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const one = text[at] ?? '';
    if (one === '#') at = text.indexOf('\n', at);
    else if (one === "'" || one === '"') at = closing(text, at, one);
    else out += one;
    if (at < 0) throw new Error('a comment without an end');
  }
  return out;
}

/** In single quotes nothing is escaped but a quote, by another; in double ones also by a backtick. */
function closing(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '`') at++;
    else if (text[at] === quote && text[at + 1] === quote) at++;
    else if (text[at] === quote) return at;
  }
  throw new Error(`a string without an end: ${text.slice(from, from + 40)}`);
}

describe('the completion of PowerShell', () => {
  test('closes every bracket, in order, and every string', () => {
    const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
    const open: string[] = [];
    for (const one of code(script)) {
      if (Object.values(pairs).includes(one)) open.push(one);
      else if (one in pairs) expect(open.pop()).toBe(pairs[one]);
    }
    expect(open).toEqual([]);
    expect(() => code("@('a''b', \"c`\"d\")")).not.toThrow();
    expect(() => code("@('a)")).toThrow('without an end');
  });

  test('sets every variable before it uses it', () => {
    const set = [...script.matchAll(/\$(\w+)(?=\s*(?:,\s*\$\w+\s*)*\+?= )/g)].map(
      ([, name]) => name,
    );
    const given = [...script.matchAll(/(?:param\(|foreach \(|, )\$(\w+)/g)].map(([, name]) => name);
    const own = ['_', 'null', 'LASTEXITCODE'];
    const used = [...code(script).matchAll(/\$(\w+)/g)].map(([, name]) => name);
    expect(used.filter((name) => ![...set, ...given, ...own].includes(name))).toEqual([]);
  });

  test('asks viva, and evaluates nothing that viva says', () => {
    expect(script).toContain("& viva complete '--' @words");
    expect(script).not.toMatch(/Invoke-Expression|\biex\b|ExpandString|\[scriptblock\]/i);
  });
});
