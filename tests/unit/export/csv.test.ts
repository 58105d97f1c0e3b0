import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, csvText } from '../../../src/export/csv.js';

/** Reads RFC 4180, written apart from the writer: records of cells. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/y;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    record.push(match[1]?.replaceAll('""', '"') ?? match[3] ?? '');
    if ((match[2] ?? match[4]) !== ',') {
      records.push(record);
      record = [];
    }
    if (cell.lastIndex === text.length) break;
  }
  return records;
}

describe('csvLine', () => {
  test('quotes what needs it, as RFC 4180 says', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', ' blank', ''])).toBe(
      'a,"b,c","say ""hi""","two\nlines"," blank",\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠x'])(
    'keeps %j from running as a formula',
    (text) => {
      expect(parseCsv(csvLine([text, 'x']))[0]?.[0]).toBe(`'${text}`);
    },
  );

  test('leaves numbers numbers, negative ones too', () => {
    expect(csvLine([-1.5, 0, 1e-7, true, null])).toBe('-1.5,0,1e-7,true,\r\n');
    expect(() => csvLine([Number.NaN])).toThrow(RangeError);
  });

  test('comes back whole from a reader of its own, and no cell is a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[=+\-@\t\r\n",' a]{0,8}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), (records) => {
        const read = parseCsv(csvText(['h', 'i'], records)).slice(1);
        expect(read.map((cells) => cells.map((text) => text.replace(/^'/, '')))).toEqual(
          records.map((cells) => cells.map((text) => text.replace(/^'/, ''))),
        );
        expect(read.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
      }),
    );
  });
});
