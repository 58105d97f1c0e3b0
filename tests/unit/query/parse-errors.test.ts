import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VivaError } from '../../../src/model/error.js';
import { parseQuery } from '../../../src/query/parse.js';

function errorOf(query: string): VivaError {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof VivaError) return error;
    throw error;
  }
  throw new Error(`"${query}" is no error`);
}

const shown = (query: string) => {
  const { code, exitCode, message, hint } = errorOf(query);
  expect(code).toBe('query-invalid');
  expect(exitCode).toBe(2);
  return `${message}\n${hint}`;
};

describe('the error for a wrong term', () => {
  test('points at it and names the nearest right key', () => {
    expect(shown('attention compny:google')).toMatchInlineSnapshot(`
      ""compny:google" at column 11: unknown search field "compny:".
      Did you mean company:? Text with a colon goes in quotes.
            attention compny:google
                      ^"
    `);
  });

  test('names the nearest right value', () => {
    expect(shown('is:lerning')).toMatchInlineSnapshot(`
      ""is:lerning" at column 1: invalid search term.
      Did you mean is:learning? Write is: with new, learning, due, review, suspended, buried, leech, missed-points, flagged, retired.
            is:lerning
            ^"
    `);
    expect(shown('difficulty:hrad')).toMatchInlineSnapshot(`
      ""difficulty:hrad" at column 1: invalid search term.
      Did you mean difficulty:hard? Write difficulty:3, difficulty:2..3, difficulty:>=2 or difficulty:hard.
            difficulty:hrad
            ^"
    `);
    // The name is right, the number is none: there is nothing to mean instead.
    expect(shown('prop:ivl>x')).not.toContain('Did you mean');
    expect(shown('prop:invl>30')).toMatchInlineSnapshot(`
      ""prop:invl>30" at column 1: invalid search term.
      Did you mean prop:ivl>30? Write prop:ivl>30, prop:s>21, prop:d>0.5, prop:r<0.8, prop:lapses>3 or prop:due=0.
            prop:invl>30
            ^"
    `);
    expect(shown('due:<=tomorow')).toMatchInlineSnapshot(`
      ""due:<=tomorow" at column 1: invalid search term.
      Did you mean due:<=tomorrow? Write due:today, due:<=7d or due:<0.
            due:<=tomorow
            ^"
    `);
  });

  test('says what a right value looks like where none is near', () => {
    expect(shown('difficulty:7')).toMatchInlineSnapshot(`
      ""difficulty:7" at column 1: invalid search term.
      Write difficulty:3, difficulty:2..3, difficulty:>=2 or difficulty:hard.
            difficulty:7
            ^"
    `);
    expect(shown('company:')).toMatchInlineSnapshot(`
      ""company:" at column 1: a value is missing after "company:".
      Write company:google or company:google,meta.
            company:
            ^"
    `);
    expect(shown('zzz:x')).toMatchInlineSnapshot(`
      ""zzz:x" at column 1: unknown search field "zzz:".
      The keys are company, difficulty, part, module, tag, collection, is, due, interval, stability, retrievability, lapses, reps, prop, flag, added, introduced, rated, id, stars, deck, ivl. Text with a colon goes in quotes.
            zzz:x
            ^"
    `);
  });

  test('points at signs that stand alone', () => {
    expect(shown('(a b')).toMatchInlineSnapshot(`
      ""(" at column 1: this parenthesis is not closed.
      Close it with ")".
            (a b
            ^"
    `);
    expect(shown('a) b')).toMatchInlineSnapshot(`
      "")" at column 2: this parenthesis closes nothing.
      Remove it.
            a) b
             ^"
    `);
    expect(shown('a OR')).toMatchInlineSnapshot(`
      ""OR" at column 3: a term is missing after it.
      Add one, or quote the operator to search for it.
            a OR
              ^"
    `);
    expect(shown('OR a')).toMatchInlineSnapshot(`
      ""OR" at column 1: a term is missing before it.
      Add one, or quote the operator to search for it.
            OR a
            ^"
    `);
    expect(shown('()')).toMatchInlineSnapshot(`
      ""(" at column 1: a term is missing after it.
      Add one, or quote the operator to search for it.
            ()
            ^"
    `);
    expect(shown('pre - norm')).toMatchInlineSnapshot(`
      ""-" at column 5: a term is missing after it.
      Add one, or quote the operator to search for it.
            pre - norm
                ^"
    `);
    expect(shown('a "b c')).toMatchInlineSnapshot(`
      """b c" at column 3: this quote is not closed.
      Close it with ".
            a "b c
              ^"
    `);
    expect(shown('""')).toMatchInlineSnapshot(`
      """"" at column 1: there is nothing to search for.
      Put a word between the quotes.
            ""
            ^"
    `);
  });

  test('keeps its pointer under the term behind wide characters and tabs', () => {
    expect(shown('缓存\té 🤖 is:x')).toMatchInlineSnapshot(`
      ""is:x" at column 8: invalid search term.
      Write is: with new, learning, due, review, suspended, buried, leech, missed-points, flagged, retired.
            缓存 é 🤖 is:x
                      ^"
    `);
  });

  test('shows no control character as such', () => {
    expect(shown('\u001b[31m is:\u001b[0m\u0007')).not.toMatch(/[\u001b\u0007]/);
  });

  test('shows no picture of a long query, and a long term shortened', () => {
    const { message, hint } = errorOf(`${'word '.repeat(50)}is:${'x'.repeat(200)}`);
    expect(message.length).toBeLessThan(120);
    expect(hint).not.toContain('\n');
  });
});

describe('no term is', () => {
  test.each([
    'difficulty:0',
    'difficulty:4',
    'difficulty:3..2',
    'difficulty:>3',
    'difficulty:<1',
    'difficulty:1..2..3',
    'difficulty:★★★★',
    'difficulty:2.0',
    'difficulty:',
    'difficulty:..2',
    'is:',
    'is:new,',
    'flag:8',
    'flag:-1',
    'flag:1.5',
    'rated:0',
    'rated:1:5',
    'rated:1:1:1',
    'rated:1:',
    'added:0',
    'added:-1',
    'added:1.5',
    'added:100000',
    'introduced:x',
    'module:',
    'module:,',
    'id:',
    'tag:""',
    'part:',
    'due:soon',
    'due:',
    'due:>',
    'interval:abc',
    'interval:>>3',
    'lapses:>3d',
    'reps:50%',
    'retrievability:80',
    'retrievability:<120%',
    'retrievability:-1',
    'retrievability:5d',
    'prop:',
    'prop:ivl',
    'prop:x>3',
    'prop:30',
    'prop:d>5',
    'prop:r<2',
    'constructor:x',
    'toString:x',
    'OR',
    '-',
    'a -',
    '-)',
    'a OR OR b',
    'and',
    '(-)',
    '(a OR)',
    ')',
  ])('%s', (query) => {
    expect(errorOf(query).code).toBe('query-invalid');
  });
});

describe('hostile queries', () => {
  test.each([
    ['parentheses', '('.repeat(20_000)],
    ['pairs of them', `${'('.repeat(5_000)}a${')'.repeat(5_000)}`],
    ['dashes', `${'-'.repeat(19_000)}a`],
    ['terms', 'a '.repeat(9_000)],
    ['commas', `company:${'a,'.repeat(9_000)}a`],
    ['characters', 'a'.repeat(1_000_000)],
    ['quotes', '"'.repeat(19_999)],
  ])('too many %s are refused', (_, query) => {
    expect(errorOf(query).code).toBe('query-invalid');
  });

  test('give a query or an error, never anything else', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '(',
      ')',
      '-',
      '"',
      '\\',
      ':',
      ',',
      'or ',
      'and ',
      'is:',
      'new',
      'due',
      '<=',
      '7',
      'company:',
      'prop:',
      'rated:',
      '..',
      '★',
      '%',
      '🤖',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          parseQuery(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(VivaError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
