import { type Document, Scalar, visit, type YAMLParseError } from 'yaml';

type Code = YAMLParseError['code'];

/** The mistakes people make, in words that say what to do. */
const ADVICE: Partial<Record<Code, string>> = {
  MULTILINE_IMPLICIT_KEY: 'this line is not key: value: add the colon, or quote the text',
  TAB_AS_INDENT: 'the line starts with a tab: indent with spaces',
  BAD_INDENT: 'the indentation is wrong, or a bracket above is not closed: fix either',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon in this value: put the value in quotes',
  BAD_SCALAR_START: 'a value cannot start with this character: put it in quotes',
  BAD_ALIAS: 'a value cannot start with *: put it in quotes',
  BAD_DQ_ESCAPE: 'no such escape in double quotes: write \\\\ for a backslash',
  MULTIPLE_DOCS: 'a line ... ends the front matter too early: remove it',
  RESOURCE_EXHAUSTION: 'it nests too deep: make it simpler',
};

/** Says what is wrong with front matter and at which offset of its text. */
export function explainMistake(
  document: Document,
  error: YAMLParseError,
): { message: string; offset: number } {
  const message = ADVICE[error.code] ?? error.message.split('\n')[0] ?? error.message;
  const [offset] = error.pos;
  // Where the stack ended is an accident of the machine.
  if (error.code === 'RESOURCE_EXHAUSTION') return { message, offset: 0 };
  const quote = error.message.includes('quote') ? openQuote(document, offset) : null;
  if (quote === null) return { message, offset };
  return { message: 'the quote that starts here is not closed: close it', offset: quote };
}

/** The start of the quoted value that an offset lies in or behind. */
function openQuote(document: Document, offset: number): number | null {
  let start: number | null = null;
  visit(document, {
    Scalar: (_, node) => {
      const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
      const begin = node.range?.[0] ?? offset + 1;
      if (isQuoted && begin <= offset) start = begin;
    },
  });
  return start;
}
