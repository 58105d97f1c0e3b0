import { VivaError } from '../../model/error.js';
import { visibleText } from '../../model/text/visible.js';
import { sqliteMissing } from '../../store/file/sqlite-support.js';

/** An error in how the program was called; exit status 2. */
export function usageError(message: string, hint = 'See --help.'): VivaError {
  return new VivaError('usage', message, hint);
}

/** Turns whatever was thrown into the one kind of error that people see. */
export function asVivaError(thrown: unknown): VivaError {
  if (thrown instanceof VivaError) return thrown;
  if (isMissingLibrary(thrown)) return sqliteMissing(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new VivaError(
    'internal',
    `Something went wrong inside viva: ${message}`,
    'Nothing you rated is lost. Run it again with --debug and report the output.',
    { cause: thrown },
  );
}

/** Is the database library not installed? It is imported before a store is opened. */
function isMissingLibrary(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    /^(ERR_)?MODULE_NOT_FOUND$/.test(String(thrown.code)) &&
    thrown.message.includes('better-sqlite3')
  );
}

/** Says what happened, where and what to do; the stack only with `debug`. */
export function errorText(error: VivaError, debug: boolean): string {
  const { place } = error;
  const where = place
    ? `${[place.file, place.line, place.column].filter(Boolean).join(':')}: `
    : '';
  const lines = [`viva: ${where}${error.message}`, error.hint, `(${error.code})`];
  const text = visibleText(`${lines.filter(Boolean).join('\n      ')}\n`);
  if (!debug) return text;
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : '';
  return `${text}${visibleText(`${error.stack}${cause}`)}\n`;
}

/** The same for programs, in the form of every `--json` output. */
export function errorJson(error: VivaError): object {
  const { code, message, hint, place } = error;
  return { version: 1, error: { code, message, hint, ...(place ? { place } : {}) } };
}
