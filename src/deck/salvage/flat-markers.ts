import type { Edit } from './rewrite.js';

/** Sections of a module; any other `##` on a shared line is text, as in a prompt that is quoted. */
const SECTIONS = 'Key Insights|Code Examples|Interview Questions|Further Reading';

type Replace = (match: RegExpExecArray) => string;

/** What begins a part of a module on a shared line, and how the part begins on lines of its own. */
const MARKERS: readonly (readonly [RegExp, Replace])[] = [
  [/\s?```([\w+-]*)(?:\s|$)/y, ([, language = '']) => `\n\n\`\`\`${language}\n`],
  [
    /\s*(?:---\s+)*---\s+(?=title:\s)((?:[a-z_]+:\s+(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\S+)\s+)+)---\s*/y,
    ([, fields = '']) => `\n\n---\n${fieldLines(fields)}\n---\n\n`,
  ],
  [/(?<=---\s)#\s((?:(?!\s>\s).){1,200})\s>\s/y, ([, title = '']) => `# ${title}\n\n> `],
  [
    /\s>\s\[!(\w+)\]\s([A-Z][\w ]{0,40}?)\s>\s/y,
    ([, kind = '', title = '']) => `\n\n> [!${kind}] ${title}\n> `,
  ],
  [
    /(?:^|\s)##\sRelated\s((?:(?!\s---\s).)*)/y,
    ([, names = '']) => `\n\n## Related\n\n${relatedLinks(names)}`,
  ],
  [
    new RegExp(`(?:^|\\s)##\\s(${SECTIONS})(?=\\s|$)`, 'y'),
    ([, name = '']) => `\n\n## ${name}\n\n`,
  ],
  [
    /(?:^|\s)###\s([★☆⭐*]{1,3})(?:\s+([_*]\([^)]{0,200}\)[_*]))?(?=\s|$)\s*/y,
    ([, stars = '', companies]) => `\n\n### ${[stars, companies].filter(Boolean).join(' ')}\n\n`,
  ],
  [/\s-\s(?=\[)/y, () => '\n- '],
];
/** Every marker begins with one of these, so nothing else needs a closer look. */
const CANDIDATE = /^#|\s?```|\s*---\s|\s?#{1,3}\s|\s>\s\[!|\s-\s\[/g;

/**
 * Finds where the parts of a module share one line, and gives the edits that
 * put each on lines of its own. What stands in a code fence is left alone: its
 * own line breaks are lost. `base` is the line's offset in its text.
 */
export function unflattenLine(line: string, base: number): Edit[] {
  const edits: Edit[] = [];
  const finder = new RegExp(CANDIDATE);
  for (let found = finder.exec(line); found !== null; found = finder.exec(line)) {
    const edit = editAt(line, found.index);
    if (edit === null) {
      finder.lastIndex = found.index + 1;
      continue;
    }
    edits.push(edit);
    finder.lastIndex = edit.at + edit.length;
    const close = edit.text.startsWith('\n\n```') ? closingFence(line, finder.lastIndex) : null;
    if (close === null) continue;
    edits.push(close);
    finder.lastIndex = close.at + close.length;
  }
  return edits.map((edit) => ({ ...edit, at: base + edit.at }));
}

function editAt(line: string, at: number): Edit | null {
  for (const [pattern, replace] of MARKERS) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match !== null) return { at, length: match[0].length, text: replace(match) };
  }
  return null;
}

/** A fence that nothing closes on its line goes on to the line's end. */
function closingFence(line: string, from: number): Edit {
  const close = line.indexOf('```', from);
  if (close < 0) return { at: line.length, length: 0, text: '\n```\n\n' };
  const at = line[close - 1] === ' ' ? close - 1 : close;
  return { at, length: close + 3 - at, text: '\n```\n\n' };
}

function fieldLines(fields: string): string {
  const found = fields.matchAll(/([a-z_]+):\s+("(?:[^"\\]|\\.)*"|\[[^\]]*\]|\S+)\s+/g);
  return [...found].map(([, key, value]) => `${key}: ${value}`).join('\n');
}

function relatedLinks(names: string): string {
  return names
    .split('·')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => (name.startsWith('[[') ? name : `[[${name}]]`))
    .join(' · ');
}
