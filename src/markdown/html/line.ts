import type { Token } from 'markdown-it';
import { isBlockElement, MARKS } from './elements.js';
import { marked, type TokenFactory } from './token-factory.js';
import type { ElementNode, Node } from './tree.js';

/** Returns nodes as tokens within a line: blocks among them become lines of their own. */
export function lineTokens(nodes: readonly Node[], make: TokenFactory): Token[] {
  const tokens: Token[] = [];
  for (const node of nodes) {
    const more =
      'tag' in node ? elementLine(node, tokens, make) : tokenLine(node.token, tokens, make);
    for (const token of more) tokens.push(token);
  }
  return tokens;
}

/** Takes blanks and breaks off both ends. */
export function trimmed(tokens: readonly Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && isBlank(tokens[from])) from++;
  while (to > from && isBlank(tokens[to - 1])) to--;
  const rest = tokens.slice(from, to);
  const first = rest[0];
  if (first?.type === 'text') first.content = first.content.trimStart();
  const last = rest.at(-1);
  if (last?.type === 'text') last.content = last.content.trimEnd();
  return rest;
}

function isBlank(token: Token | undefined): boolean {
  if (token?.type === 'text') return token.content.trim() === '';
  return token === undefined || token.type === 'softbreak' || token.type === 'hardbreak';
}

function tokenLine(token: Token, before: readonly Token[], make: TokenFactory): readonly Token[] {
  if (!token.block) return [token];
  // A block of Markdown between tags of HTML: its text, without its frame.
  if (token.type === 'inline') return token.children ?? [];
  if (token.type === 'fence' || token.type === 'code_block') return codeLines(token, before, make);
  return token.nesting > 0 ? lineBreak(before, make) : [];
}

/** Code in the lines of a cell: its blanks stay. */
function codeLines({ content }: Token, before: readonly Token[], make: TokenFactory): Token[] {
  const lines = content.replace(/\n$/, '').split('\n');
  return lines.flatMap((line, at) => {
    const code = make.line('code_inline', 'code', 0);
    code.content = line.replace(/^ +/, (blanks) => '\u00a0'.repeat(blanks.length));
    return [...(at === 0 ? lineBreak(before, make) : [make.line('hardbreak', 'br', 0)]), code];
  });
}

function elementLine(
  { tag, children }: ElementNode,
  before: readonly Token[],
  make: TokenFactory,
): Token[] {
  const { name, attributes } = tag;
  if (name === 'img') return [picture(attributes, make)];
  if (name === 'br' || name === 'hr') return [make.line('hardbreak', 'br', 0)];
  const inside = lineTokens(children, make);
  const mark = MARKS.get(name);
  if (mark !== undefined) return marked(...mark, inside, make);
  if (name === 'a') return anchor(attributes, inside, make);
  if (name === 'q') return [make.text('“'), ...inside, make.text('”')];
  if (!isBlockElement(name)) return inside;
  const bullet = name === 'li' ? [make.text('• ')] : [];
  return [...lineBreak(before, make), ...bullet, ...inside];
}

/** A break, where something stands before it on its line. */
function lineBreak(before: readonly Token[], make: TokenFactory): Token[] {
  const last = before.findLast(
    (token) => token.nesting === 0 && (!isBlank(token) || token.type === 'hardbreak'),
  );
  return last === undefined || last.type === 'hardbreak' ? [] : [make.line('hardbreak', 'br', 0)];
}

function picture(attributes: ReadonlyMap<string, string>, make: TokenFactory): Token {
  const image = make.line('image', 'img', 0);
  image.content = (attributes.get('alt') ?? '').replaceAll(/\s+/g, ' ').trim();
  image.attrs = [
    ['src', (attributes.get('src') ?? '').trim()],
    ['alt', ''],
  ];
  image.children = [make.text(image.content)];
  return image;
}

/** What runs or opens something else leads nowhere. */
function isWebOrPath(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^(?:https?|mailto|ftp):/i.test(address);
}

function anchor(
  attributes: ReadonlyMap<string, string>,
  inside: Token[],
  make: TokenFactory,
): Token[] {
  const address = attributes.get('href')?.trim() ?? '';
  // A place that others link to, or a link within the page it once stood on.
  if (address === '' || address.startsWith('#') || !isWebOrPath(address)) return inside;
  const tokens = marked('link', 'a', inside, make);
  tokens[0]?.attrSet('href', address);
  return tokens;
}
