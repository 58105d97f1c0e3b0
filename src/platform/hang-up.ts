import { closeSync, fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

const STANDARD = [0, 1, 2];

/** Is this the error of a read or write on a terminal that has closed? */
export function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO';
}

/**
 * Closes standard input and output where they are a terminal that has closed.
 * At its end Node gives terminals their settings back, and aborts where that
 * fails, so this is for the moment before.
 */
export function closeLostTerminals(): void {
  for (const fd of STANDARD) {
    try {
      if (fstatSync(fd).isCharacterDevice() && !isatty(fd)) closeSync(fd);
    } catch {
      // It was closed before.
    }
  }
}
