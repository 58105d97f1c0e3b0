import { VivaError } from '../../model/error.js';

/** Returns the error for records that do not fit together; takes a sentence without its full stop. */
export function archiveInvalid(sentence: string): VivaError {
  return new VivaError(
    'import-failed',
    `${sentence}.`,
    'Nothing was imported. The archive is incomplete or was changed by hand: export it again.',
  );
}
