/** What a cell of a CSV file can hold; null is the empty cell. */
export type CsvCell = string | number | boolean | null;

/*
 * Spreadsheets run text that begins so as a formula, the full-width forms too
 * (OWASP, "CSV Injection"). An apostrophe before it makes it text.
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Returns one record of a CSV file, with its line end CRLF, quoted as RFC 4180
 * says. Text that a spreadsheet would run as a formula gets an apostrophe
 * before it; numbers stay numbers, negative ones too. Throws RangeError for a
 * number that is none (NaN, Infinity).
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** Returns a whole CSV file of a header and records; UTF-8 without a byte order mark. */
export function csvText(
  header: readonly string[],
  records: readonly (readonly CsvCell[])[],
): string {
  return csvLine(header) + records.map(csvLine).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A CSV cell cannot hold ${value}.`);
  return String(value);
}
