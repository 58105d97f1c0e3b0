import type { Token } from '../../markdown/parse.js';
import { codeLines } from './code.js';
import { headingLines } from './heading.js';
import { inlineSpans } from './inline.js';
import { listLines } from './list.js';
import { mathsBlockLines } from './maths/block.js';
import type { RenderOptions } from './options.js';
import { pictureLines } from './picture-lines.js';
import { quoteLines } from './quote.js';
import { tableLines } from './table/table.js';
import { type Span, span } from './text/span.js';
import { wrapSpans } from './text/wrap.js';

export type Lines = Span[][];

/** Draws blocks of one container, with an empty line between them unless `tight`. */
export function renderBlocks(
  tokens: readonly Token[],
  options: RenderOptions,
  tight = false,
): Lines {
  const lines: Lines = [];
  for (let at = 0; at < tokens.length; ) {
    const end = blockEnd(tokens, at);
    const block = blockLines(tokens.slice(at, end), options);
    if (block.length > 0) {
      if (lines.length > 0 && !tight) lines.push([]);
      for (const line of block) lines.push(line);
    }
    at = end;
  }
  return lines;
}

/** Returns the place after the block that begins at `at`. */
function blockEnd(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let end = at; end < tokens.length; end++) {
    depth += tokens[end]?.nesting ?? 0;
    if (depth <= 0) return end + 1;
  }
  return tokens.length;
}

function blockLines(block: readonly Token[], options: RenderOptions): Lines {
  const [first] = block;
  if (first === undefined) return [];
  const inside = block.slice(1, -1);
  switch (first.type) {
    case 'heading_open':
      return headingLines(first.tag, inlineOf(inside, options), options);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return listLines(first, inside, options, renderBlocks);
    case 'blockquote_open':
      return quoteLines(inside, options, renderBlocks);
    case 'table_open':
      return tableLines(inside, options);
    case 'fence':
    case 'code_block':
      return codeLines(first.content, first.info, options);
    case 'maths_block':
      return mathsBlockLines(first.content, options);
    case 'hr':
      return [[span(options.linear ? '---' : '─'.repeat(options.width), { dim: true })]];
    default:
      return [
        ...wrapSpans(inlineOf(block, options), options.width),
        ...pictureLines(block, options),
      ];
  }
}

function inlineOf(tokens: readonly Token[], options: RenderOptions): Span[] {
  return tokens.flatMap((token) =>
    token.type === 'inline' ? inlineSpans(token.children ?? [], options) : [],
  );
}
