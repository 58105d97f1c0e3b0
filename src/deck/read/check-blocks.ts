import { parseBlocks } from '../text/blocks.js';
import { makeSource } from '../text/source.js';

const CHECK = /^[ \t]*(?:#|\/\/) check:/m;
const IS_CHECK = /^[^\n]*\n[ \t]*(?:#|\/\/) check:/;

/**
 * Returns Markdown without its check blocks: code that begins with `# check:`
 * or `// check:` runs the example before it, and is nothing to learn.
 */
export function withoutCheckBlocks(text: string): string {
  if (!CHECK.test(text)) return text;
  const { blocks } = parseBlocks(makeSource(text, 1), 0);
  let kept = '';
  let from = 0;
  for (const { kind, start, end } of blocks) {
    if (kind !== 'fence' || !IS_CHECK.test(text.slice(start, end))) continue;
    kept += text.slice(from, start);
    from = end + (/^\n*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return from === 0 ? text : (kept + text.slice(from)).trim();
}
