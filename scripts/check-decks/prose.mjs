/**
 * Prose as the checks see it: blocks of text with their line numbers, words, sentences.
 */

const LEAD = /^(?:\s*(?:>|[-*+]\s|\d+[.)]\s|#{1,6}\s))+\s*/;

/** Whether a line is a table row. */
export function isTableRow(text) {
  return text.trimStart().startsWith('|');
}

/**
 * Joins wrapped lines into blocks: a paragraph, a list item, a heading or a table cell each.
 * Block: `{ text, line, kind }`; lines inside a block stay separated by a line break.
 */
export function blocksOf(lines) {
  const blocks = [];
  let open;
  for (const { number, text, code } of lines) {
    const special = code || !text.trim() || isTableRow(text);
    if (special || LEAD.test(text)) open = undefined;
    if (code || !text.trim()) continue;
    if (isTableRow(text)) blocks.push(...cellsOf(text, number));
    else if (open) open.text += `\n${text}`;
    else {
      open = { text: text.replace(LEAD, ''), line: number, kind: kindOf(text) };
      blocks.push(open);
    }
  }
  return blocks;
}

function kindOf(text) {
  return /^\s*(?:>\s*)?#{1,6}\s/.test(text) ? 'heading' : 'text';
}

function cellsOf(text, line) {
  return text
    .split(/(?<!\\)\|/)
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell))
    .map((cell) => ({ text: cell, line, kind: 'cell' }));
}

/** The line on which an offset of a block stands. */
export function lineAt(block, offset) {
  return block.line + block.text.slice(0, offset).split('\n').length - 1;
}

/** Lower-case ASCII words, the form in which texts are compared. */
export function wordsOf(text) {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** The sentences of a block: `{ words, line }`. A full stop inside a number or a name does not end one. */
export function sentencesOf(block) {
  const sentences = [];
  let offset = 0;
  for (const part of block.text.split(/(?<=[.!?][)"'”’*_`]*)\s+(?=\S)/)) {
    const start = block.text.indexOf(part, offset);
    offset = start + part.length;
    sentences.push({ words: wordsOf(part), line: lineAt(block, start) });
  }
  return sentences;
}

/** Number of words of prose in lines, outside fenced code and tables. */
export function countWords(lines) {
  return lines
    .filter(({ text, code }) => !code && !isTableRow(text))
    .reduce((sum, { text }) => sum + (text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0);
}

/** Blanks out `$…$` maths outside code spans, keeping every offset. Display maths goes too. */
export function maskMaths(text) {
  return maskOutsideCode(
    text,
    /\$\$[\s\S]*?\$\$|(?<![\\S])\$(?=\S)(?:\\.|[^$\n\\])*?(?<=\S)\$(?!\d)/g,
    '§',
  );
}

/** Text in which code spans are blanked, keeping every offset. */
export function withoutCodeSpans(text) {
  return text.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, (span) => ' '.repeat(span.length));
}

function maskOutsideCode(text, pattern, mark) {
  const hidden = withoutCodeSpans(text);
  let masked = text;
  for (const found of hidden.matchAll(pattern)) {
    const end = found.index + found[0].length;
    masked = masked.slice(0, found.index) + mark.repeat(found[0].length) + masked.slice(end);
  }
  return masked;
}
