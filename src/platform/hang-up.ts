import { closeSync, fstatSync } from 'node:fs';

const STANDARD = [0, 1, 2];

/** Is this the error of a read or write on a terminal that has closed? */
export function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO';
}

/**
 * Has the process close standard input, output and error as it exits, where they
 * are a terminal. At its end Node gives terminals their settings back and aborts
 * where one has closed in the meantime (nodejs/node, `ResetStdio` in src/node.cc);
 * what is closed it passes over. Whoever changes the terminal's settings gives them
 * back before, by a listener that is put in front of this one. Does nothing on
 * Windows, where Node does no such thing.
 */
export function closeTerminalsAtExit(process: NodeJS.Process): void {
  if (process.platform !== 'win32') process.once('exit', closeTerminals);
}

function closeTerminals(): void {
  for (const fd of STANDARD) {
    try {
      if (fstatSync(fd).isCharacterDevice()) closeSync(fd);
    } catch {
      // It was closed before.
    }
  }
}
