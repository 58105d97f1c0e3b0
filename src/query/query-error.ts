import { VivaError } from '../model/error.js';

/** Makes the error for a wrong term; its hint points at it. `at` is an offset from 0. */
export function queryError(query: string, at: number, message: string, hint: string): VivaError {
  const pointer = `${' '.repeat(at)}^`;
  return new VivaError('query-invalid', message, `${hint}\n      ${query}\n      ${pointer}`);
}
