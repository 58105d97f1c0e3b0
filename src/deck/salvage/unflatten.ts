import { unflattenLine } from './flat-markers.js';
import type { Edit } from './rewrite.js';

const FLAT_HEAD = /(?:^|\s)---\s+title:[^\n]*\s---\s/m;
const FLAT_QUESTION = /\S\s###\s[★☆⭐*]{1,3}\s/;
const FLAT_ANSWER = /^Answer\s+(?=\S)/;
// A key question was followed by links to the modules before and after it.
const NAVIGATION =
  /\s+(?:←\s[^←→|#]{1,80}\|\s*→\s[^←→|#]{1,80}|[←→]\s[^←→|#]{1,80})(?:\s##\sContents\s.*)?$/;

/** Do parts of modules share lines in this text? */
export function isFlattened(text: string): boolean {
  return FLAT_HEAD.test(text) || FLAT_QUESTION.test(text);
}

/**
 * Gives the edits that put the parts of flattened modules on lines of their
 * own again, in order. A line that begins with `Answer` after a question is
 * what is left of its `<details>`.
 */
export function unflatten(text: string): Edit[] {
  const edits: Edit[] = [];
  let base = 0;
  let afterQuestion = false;
  for (const line of text.split('\n')) {
    if (afterQuestion && FLAT_ANSWER.test(line)) edits.push(...answerEdits(line, base));
    else edits.push(...withoutNavigation(line, base, unflattenLine(line, base)));
    afterQuestion = line.trim() === '' ? afterQuestion : line.includes('**Q:**');
    base += line.length + 1;
  }
  return edits;
}

function answerEdits(line: string, base: number): Edit[] {
  const [opening = ''] = FLAT_ANSWER.exec(line) ?? [];
  const end = line.trimEnd().length;
  return [
    { at: base, length: opening.length, text: '\n<details>\n<summary>Answer</summary>\n\n' },
    { at: base + end, length: line.length - end, text: '\n\n</details>\n' },
  ];
}

/** Takes the navigation off the end of the key question, which the edit at `Key Question` begins. */
function withoutNavigation(line: string, base: number, edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit, at) => {
    if (!edit.text.startsWith('\n\n> [!question]')) return [edit];
    const from = edit.at + edit.length;
    const to = edits[at + 1]?.at ?? base + line.length;
    const found = NAVIGATION.exec(line.slice(from - base, to - base));
    if (found === null) return [edit];
    return [edit, { at: from + found.index, length: found[0].length, text: '' }];
  });
}
