const CLOSERS: readonly {
  readonly opens: RegExp;
  readonly closes: RegExp;
  readonly close: string;
}[] = [
  { opens: /^<!--/, closes: /-->/, close: '-->' },
  { opens: /^<\?/, closes: /\?>/, close: '?>' },
  { opens: /^<!\[CDATA\[/, closes: /\]\]>/, close: ']]>' },
  {
    opens: /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
    closes: /<\/(?:script|pre|style|textarea)>/i,
    close: 'its closing tag',
  },
];

/**
 * Returns what would close a block of HTML that reads on to the end of the text,
 * or to where another of its sort is closed, as `-->` for a comment that holds
 * another comment's beginning; null for a block that is closed as it should be.
 */
export function missingHtmlClose(content: string): string | null {
  const html = content.trimStart();
  const kind = CLOSERS.find(({ opens }) => opens.test(html));
  if (kind === undefined) return null;
  const close = kind.closes.exec(html);
  if (close === null) return kind.close;
  const isComment = kind.close === '-->';
  return isComment && html.slice(4, close.index).includes('<!--') ? kind.close : null;
}
