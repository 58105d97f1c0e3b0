import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/query/words.js';
import { openRaw, openTestStore, temporaryPath } from './support.js';

/** Every character up to there that is one, half of a pair left out. */
function characters(end: number): string[] {
  const codes = Array.from({ length: end - 1 }, (_, n) => n + 1);
  return codes.filter((code) => code < 0xd800 || code > 0xdfff).map((c) => String.fromCodePoint(c));
}

/** The words that SQLite's FTS5 finds in each of the texts. */
function ftsWords(texts: readonly string[]): string[][] {
  const path = temporaryPath();
  openTestStore(path).close();
  const db = openRaw(path);
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)`);
  const insert = db.prepare('INSERT INTO t (rowid, x) VALUES (?, ?)');
  db.transaction(() => {
    for (const [index, text] of texts.entries()) insert.run(index, text);
  })();
  const words: string[][] = texts.map(() => []);
  for (const row of db.prepare('SELECT term, doc FROM v ORDER BY doc, offset').iterate()) {
    const { term, doc } = row as { term: string; doc: number };
    words[doc]?.push(term);
  }
  return words;
}

test('the tokenizer is that of the store', () => {
  const path = temporaryPath();
  openTestStore(path).close();
  const sql = "SELECT sql FROM sqlite_schema WHERE name = 'cards_fts'";
  const definition = openRaw(path).prepare(sql).pluck().get();
  expect(definition).toContain("tokenize = 'unicode61 remove_diacritics 2'");
});

test('letters fold as FTS5 folds them: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic', () => {
  // Letters that Unicode got after FTS5 learnt it (6.1), and Ǡ, whose second mark FTS5 keeps.
  const newer = /[ͿԨ-ԯՠֈۯݐ-ݿࡠ-࣡Ǡǡ]/u;
  const letters = characters(0x700).filter(
    (letter) => /[\p{L}\p{N}]/u.test(letter) && !newer.test(letter),
  );
  const texts = letters.map((letter) => `x${letter}y z`);
  expect(letters.length).toBeGreaterThan(1_000);
  expect(texts.map(wordsOf)).toEqual(ftsWords(texts));
});

test('signs end words as in FTS5', () => {
  // Those that Unicode got later are letters to FTS5.
  const newer = /[\u058d\u058e\u061d\u20ba-\u20cf\u218a\u218b]/u;
  const texts = characters(0x2300)
    .filter((sign) => sign < '\u0700' || sign >= '\u2000')
    .filter((sign) => /[\p{P}\p{S}\p{Z}]/u.test(sign) && !newer.test(sign))
    .map((sign) => `x${sign}y`);
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.map(wordsOf)).toEqual(ftsWords(texts));
});

test('marks on letters are silent, or end words, as in FTS5', () => {
  const texts = characters(0x370)
    .filter((mark) => /\p{M}/u.test(mark))
    .map((mark) => `x${mark}y`);
  expect(texts.map(wordsOf)).toEqual(ftsWords(texts));
});
