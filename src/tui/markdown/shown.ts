import { MAX_CHARACTERS, parseMarkdown, type Token } from '../../markdown/parse.js';
import { isLocalPicture } from '../../markdown/picture-source.js';
import { visibleText } from '../../model/text/visible.js';

/** What of a card can be opened beside its links. */
export type Shown =
  | {
      readonly kind: 'picture';
      /** The words that stand for it. */
      readonly text: string;
      /** Its path as the card has it. */
      readonly source: string;
    }
  | { readonly kind: 'diagram'; readonly text: string; readonly code: string };

/** Returns the local pictures and the diagrams of Markdown in order, each once. */
export function shownIn(markdown: string): Shown[] {
  // Most cards have none, and are not parsed for it.
  if (markdown.length > MAX_CHARACTERS || !/!\[|<img|mermaid/i.test(markdown)) return [];
  const found = parseMarkdown(visibleText(markdown)).flatMap((token) =>
    token.type === 'fence' ? diagram(token) : picturesOf(token),
  );
  const keyOf = (shown: Shown) => (shown.kind === 'picture' ? shown.source : shown.code);
  return found.filter((one, at) => found.findIndex((each) => keyOf(each) === keyOf(one)) === at);
}

function diagram({ info, content }: Token): Shown[] {
  if (!/^mermaid\b/i.test(info.trim())) return [];
  const kind = content.trim().split('\n')[0] ?? '';
  return [{ kind: 'diagram', text: `diagram: ${kind.slice(0, 60)}`, code: content }];
}

function picturesOf({ children }: Token): Shown[] {
  return (children ?? []).flatMap((token): Shown[] => {
    if (token.type !== 'image') return [];
    const source = String(token.attrGet('src') ?? '');
    if (!isLocalPicture(source)) return [];
    return [{ kind: 'picture', text: `picture: ${token.content || source}`, source }];
  });
}
