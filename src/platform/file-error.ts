import { VivaError } from '../model/error.js';

/**
 * Runs work on a file or folder. Throws what goes wrong as `file-missing` or `file-unreadable` with its
 * path, and a VivaError as it is.
 */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    // Whoever made the pieces to write has said already what went wrong.
    throw cause instanceof VivaError ? cause : fileError(path, cause);
  }
}

function fileError(path: string, cause: unknown): VivaError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const place = { file: path };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new VivaError('file-missing', `There is no file "${path}".`, 'Check the path.', {
      place,
      cause,
    });
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new VivaError('file-unreadable', `"${path}" cannot be used: ${why}.`, hintFor(code), {
    place,
    cause,
  });
}

function hintFor(code: string): string {
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'Check its permissions.';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return 'Free some space on that disk, then try again.';
  return 'Check the disk and the path, then try again.';
}
