import type { MarkdownIt, StateBlock } from 'markdown-it';

type Rule = (state: StateBlock, line: number, endLine: number, silent: boolean) => boolean;
type BlockReader = (state: StateBlock, line: number, endLine: number) => void;

/** The rules that may take a line by the character that it begins with, in markdown-it's order. */
const BEGINNINGS: readonly (readonly [characters: string, rules: readonly string[]])[] = [
  ['`~', ['fence']],
  ['>', ['blockquote']],
  ['*-', ['hr', 'list']],
  ['_', ['hr']],
  ['+0123456789', ['list']],
  ['<', ['details', 'html_block']],
  ['#', ['heading']],
];
const NAMES = ['code', ...new Set(BEGINNINGS.flatMap(([, rules]) => rules))];
/** A line indented by so much is code, or goes on with the paragraph above it. */
const CODE_INDENT = 4;
const DASH = 45;
const EQUALS = 61;

/**
 * Has markdown-it's block parser ask of each line only the rules that its first character
 * allows, and read each paragraph once: markdown-it reads it as a heading with a line drawn
 * below it, and then once more as text. The parser has no tables and references, and the rule
 * for `<details>`; its tokens stay the same.
 */
export function replaceBlockRules(md: MarkdownIt): void {
  const rules = rulesOf(md);
  const code = rules.get('code');
  const takes = rulesByCharacter(rules);
  const read: BlockReader = (state, line, endLine) => {
    if (indentOf(state, line) >= CODE_INDENT) code?.(state, line, endLine, false);
    else if (!takes(state, line, endLine, false)) readText(state, line, endLine, takes);
  };
  md.block.tokenize = (state, line, endLine) => readBlocks(state, line, endLine, read);
}

/** markdown-it tells which rules are enabled, and not which is which: each is enabled alone. */
function rulesOf({ block: { ruler } }: MarkdownIt): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const name of NAMES) {
    ruler.enableOnly(name);
    for (const rule of ruler.getRules('')) rules.set(name, rule);
  }
  ruler.enableOnly(NAMES);
  return rules;
}

/** Returns a rule that stands for those that a line's first character allows. */
function rulesByCharacter(rules: ReadonlyMap<string, Rule>): Rule {
  const byCode: (readonly Rule[] | undefined)[] = new Array(128);
  for (const [characters, names] of BEGINNINGS) {
    const own = names.flatMap((name) => rules.get(name) ?? []);
    for (const character of characters) byCode[character.charCodeAt(0)] = own;
  }
  return (state, line, endLine, silent) => {
    const own = byCode[state.src.charCodeAt(textStart(state, line))];
    if (own === undefined) return false;
    for (const rule of own) if (rule(state, line, endLine, silent)) return true;
    return false;
  };
}

const indentOf = ({ sCount, blkIndent }: StateBlock, line: number) =>
  (sCount[line] ?? 0) - blkIndent;
const textStart = ({ bMarks, tShift }: StateBlock, line: number) =>
  (bMarks[line] ?? 0) + (tShift[line] ?? 0);

/** As markdown-it's own, reads the blocks of the lines `[line, endLine)` that are indented enough. */
function readBlocks(
  state: StateBlock,
  startLine: number,
  endLine: number,
  read: BlockReader,
): void {
  let hasEmptyLines = false;
  for (let line = startLine; line < endLine; line = state.line) {
    state.line = line = state.skipEmptyLines(line);
    if (line >= endLine || indentOf(state, line) < 0) return;
    if (state.level >= state.md.options.maxNesting) {
      state.line = endLine;
      return;
    }
    read(state, line, endLine);
    // A list is tight where no blank line stands before its last block.
    state.tight = !hasEmptyLines;
    hasEmptyLines ||= state.isEmpty(state.line - 1);
    if (state.line < endLine && state.isEmpty(state.line)) {
      hasEmptyLines = true;
      state.line++;
    }
  }
}

/** Reads a paragraph, or the heading that it is with a line drawn below it. */
function readText(state: StateBlock, startLine: number, endLine: number, takes: Rule): void {
  const { parentType } = state;
  state.parentType = 'paragraph';
  let underline = '';
  let end = startLine + 1;
  for (; end < endLine && !state.isEmpty(end); end++) {
    if (indentOf(state, end) >= CODE_INDENT) continue;
    underline = underlineAt(state, end);
    // A quote has looked at the lines that it marks so.
    const isKnown = (state.sCount[end] ?? 0) < 0;
    if (underline !== '' || (!isKnown && takes(state, end, endLine, true))) break;
  }
  const text = state.getLines(startLine, end, state.blkIndent, false);
  pushText(state, state.md.utils.asciiTrim(text), [startLine, end], underline);
  state.parentType = parentType;
}

/** The sign with which a line is drawn below a heading; empty for any other line. */
function underlineAt(state: StateBlock, line: number): '' | '=' | '-' {
  if (indentOf(state, line) < 0) return '';
  const start = textStart(state, line);
  const code = state.src.charCodeAt(start);
  if (code !== DASH && code !== EQUALS) return '';
  const end = state.skipSpaces(state.skipChars(start, code));
  if (end < (state.eMarks[line] ?? 0)) return '';
  return code === EQUALS ? '=' : '-';
}

function pushText(
  state: StateBlock,
  content: string,
  lines: [number, number],
  underline: string,
): void {
  const [start, end] = lines;
  const isHeading = underline !== '';
  state.line = isHeading ? end + 1 : end;
  const name = isHeading ? 'heading' : 'paragraph';
  const tag = isHeading ? (underline === '=' ? 'h1' : 'h2') : 'p';
  const open = state.push(`${name}_open`, tag, 1);
  open.markup = underline;
  open.map = [start, state.line];
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.map = lines;
  inline.children = [];
  state.push(`${name}_close`, tag, -1).markup = underline;
}
