import { expect, test } from 'vitest';
import { isUnspaced, wordsOf } from '../../../src/query/words.js';
import { isUnspaced as storeIsUnspaced } from '../../../src/store/unspaced.js';
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
  db.transaction(() => texts.forEach((text, index) => insert.run(index, text)))();
  const words: string[][] = texts.map(() => []);
  for (const row of db.prepare('SELECT term, doc FROM v ORDER BY doc, offset').iterate()) {
    const { term, doc } = row as { term: string; doc: number };
    words[doc]?.push(term);
  }
  return words;
}

test('the tokenizer is that of the store', () => {
  const db = openRaw(
    (() => {
      const path = temporaryPath();
      openTestStore(path).close();
      return path;
    })(),
  );
  const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'cards_fts'").pluck().get();
  expect(sql).toContain("tokenize = 'unicode61 remove_diacritics 2'");
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

test('signs end words as in FTS5: all of Unicode 6.1', () => {
  // Up to here hardly a sign is newer; the few are left out.
  const signs = characters(0x2300).filter((sign) => /[\p{P}\p{S}\p{Z}]/u.test(sign));
  const newer = /[\u{58d}\u{58e}\u{61d}\u{7fe}\u{7ff}]/u;
  const texts = signs.filter((sign) => !newer.test(sign)).map((sign) => `x${sign}y`);
  const fts = ftsWords(texts);
  const wrong = texts.filter((text, index) => String(wordsOf(text)) !== String(fts[index]));
  // Currency signs and marks of scripts that came later.
  expect(wrong.length).toBeLessThan(40);
  expect(wrong.join('')).not.toMatch(/[\u0020-\u036f\u2000-\u209f]/u);
});

test('marks on letters are silent, or end words, as in FTS5', () => {
  const texts = characters(0x370)
    .filter((mark) => /\p{M}/u.test(mark))
    .map((mark) => `x${mark}y`);
  expect(texts.map(wordsOf)).toEqual(ftsWords(texts));
});

test('both rooms call the same scripts unspaced', () => {
  const all = characters(0x30000);
  expect(all.filter(isUnspaced)).toEqual(all.filter(storeIsUnspaced));
});
