import { type ErrorCode, VivaError } from '../../model/error.js';
import type { Context } from '../contract/context.js';
import { errorText } from '../contract/errors.js';

/** What is wrong with one file, folder or address, and says nothing of another. */
const OF_ONE: ReadonlySet<ErrorCode> = new Set([
  'usage',
  'file-missing',
  'file-unreadable',
  'folder-without-modules',
  'import-failed',
  'source-address',
  'source-failed',
  'collection-conflict',
]);

/**
 * Does the work for one of many, and returns what it gave. Where that fails for a reason that
 * does not concern the others, says so and returns null. Throws where `isAlone`.
 */
export async function oneOfMany<T>(
  isAlone: boolean,
  { stderr, debug }: Pick<Context, 'stderr' | 'debug'>,
  work: () => T | Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isAlone || !(error instanceof VivaError) || !OF_ONE.has(error.code)) throw error;
    stderr.write(errorText(error, debug));
    return null;
  }
}
