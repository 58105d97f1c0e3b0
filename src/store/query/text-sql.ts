import { literalsOf } from '../../query/literal.js';
import { isUnspaced } from '../../query/words.js';
import type { Bind } from './context.js';

/** The trigram index finds nothing shorter. */
const MIN_TRIGRAM_LENGTH = 3;

/**
 * Returns the condition that a card's question or answer holds a text: its words
 * one after another, the last one perhaps only begun. In scripts without spaces
 * between words, and for signs alone, any place in the text will do.
 */
export function textSql(text: string, bind: Bind): string {
  if (isWords(text)) return `(${[wordsSql([text], bind), ...signsSql(text, bind)].join(' AND ')})`;
  if (!/[\p{L}\p{N}]/u.test(text) || [...text].length < MIN_TRIGRAM_LENGTH) {
    return substringSql(text, bind);
  }
  return matchSql('cards_trigram', phrase(text), bind);
}

/**
 * Returns the conditions that a card holds each of the texts. All that the index
 * of words knows are one search in it: each by itself would give a list of many
 * cards, of which few are wanted.
 */
export function textsSql(texts: readonly string[], bind: Bind): string[] {
  const words = texts.filter(isWords);
  const signs = words.flatMap((text) => signsSql(text, bind));
  const others = texts.filter((text) => !isWords(text)).map((text) => textSql(text, bind));
  return words.length > 0 ? [wordsSql(words, bind), ...signs, ...others] : others;
}

/** The index knows no signs: where there are some, the text itself is looked at. */
function signsSql(text: string, bind: Bind): string[] {
  if (literalsOf(text).length === 0) return [];
  const search = bind(text);
  return [`(viva_holds(c.question, ${search}) OR viva_holds(c.answer, ${search}))`];
}

const isWords = (text: string) => /[\p{L}\p{N}]/u.test(text) && !isUnspaced(text);

function wordsSql(texts: readonly string[], bind: Bind): string {
  const each = texts.map((text) => `${phrase(text)} *`);
  return matchSql('cards_fts', each.join(' AND '), bind);
}

function matchSql(table: string, expression: string, bind: Bind): string {
  return `c.key IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ${bind(expression)})`;
}

/** Quotes text so that nothing in it is an operator of FTS5. */
function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function substringSql(text: string, bind: Bind): string {
  const pattern = bind(`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`);
  return `(c.question LIKE ${pattern} ESCAPE '\\' OR c.answer LIKE ${pattern} ESCAPE '\\')`;
}
