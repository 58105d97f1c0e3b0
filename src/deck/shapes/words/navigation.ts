import { addTo } from '../../../model/groups.js';
import { linesWith, lineText, type Source } from '../../text/source.js';

const LINK_TO_PAGE = /\]\(\s*#|href\s*=\s*["']?#/i;
const TOP =
  /^(?:(?:back|return|go|jump|scroll)(?: back)?(?: to)?(?: the)? ?(?:top|start|index|contents|toc|table of contents|questions|list)?|top|up|toc|index|contents|table of contents|nach oben|zurück nach oben|volver arriba|voltar ao topo|haut de page|retour en haut|наверх|вверх|в начало|к началу|к началу страницы|к оглавлению|к содержанию|оглавление|содержание|до змісту|вгору|volver (?:al?|hacia) (?:índice|inicio|principio|menú)|índice|voltar (?:ao|para o) (?:índice|início|menu|sumário)|zum inhaltsverzeichnis|inhaltsverzeichnis|torna su|torna all indice|başa dön|[⬆↑ ]?(?:回到|返回)(?:顶部|目录|首页|頂部|目錄)|目录|トップへ戻る|目次へ戻る|목차로|목차|맨 위로)$/iu;
const ARROWS = /[⬆⇧↑↥▲🔝⤴☝]/u;

/** What a reader sees of a line of Markdown: no tags, no addresses, no marks of emphasis. */
export function visibleWords(line: string): string {
  return line
    .replaceAll(/<[^<>]{0,300}>/g, ' ')
    .replaceAll(/\]\([^()\s]{0,500}(?:\([^()]{0,200}\))?[^()]{0,200}\)/g, ']')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How often a link is repeated before it is no part of any answer. */
const MIN_REPEATS = 4;
const MAX_LENGTH = 400;

/**
 * Finds the lines that only lead back to another place of the page: a link to
 * its top, by its words or its arrow, or one that is repeated again and again.
 */
export function navigationLines(
  source: Source,
  isText: (line: number) => boolean,
): (line: number) => boolean {
  const found = new Uint8Array(source.starts.length);
  const alone = new Map<string, number[]>();
  const leading = new Map<string, boolean>();
  for (const line of linesWith(source, '#')) {
    const text = lineText(source, line);
    if (text.length > MAX_LENGTH || !mayLink(text) || !isText(line)) continue;
    // The same line stands below every question.
    const known = leading.get(text) ?? leadsUp(text);
    leading.set(text, known);
    if (known) found[line] = 1;
    else if (isLinkAlone(text)) addTo(alone, text.trim(), line);
  }
  for (const same of alone.values()) {
    if (same.length >= MIN_REPEATS) for (const line of same) found[line] = 1;
  }
  return (line) => found[line] === 1;
}

const mayLink = (text: string) =>
  (text.includes('](') || text.includes('=')) && LINK_TO_PAGE.test(text);

/** `:arrow_up:`, and links to other pages that stand beside the one to the top. */
const BESIDE = /:[a-z_]{2,30}:|\[(?:home|main page|menu|next|previous|prev)\]\([^()\s]{0,300}\)/gi;

function leadsUp(given: string): boolean {
  const text = given.replaceAll(BESIDE, ' ');
  if (TOP.test(visibleWords(text))) return true;
  return ARROWS.test(text) && (isLinkAlone(text) || isTagAlone(text));
}

const isLinkAlone = (text: string) =>
  /^[\s>*_#-]{0,20}\[(?:[^[\]\n]|\[[^[\]\n]{0,40}\]){0,100}\]\(#[^)\n]{0,100}\)[\s*_]{0,20}$/.test(
    text,
  );
const isTagAlone = (text: string) =>
  /^(?:\s|<[^a][^<>]{0,100}>){0,20}<a\s[^<>]{0,200}>[^<>]{0,60}<\/a>(?:\s|<\/[^<>]{0,20}>){0,20}$/i.test(
    text,
  );
