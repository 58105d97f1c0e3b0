import { closeSync, constants, fstatSync, openSync } from 'node:fs';

const STANDARD = [0, 1, 2];

/** Is this the error of a read or write on a terminal that has closed? */
export function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO';
}

/** Is it that of waiting for keys or lines there? A disk that cannot be read words it otherwise. */
export function isInputHungUp(error: unknown): boolean {
  return isHangUp(error) && error instanceof Error && error.message === 'read EIO';
}

/**
 * Has the process close standard input, output and error as it exits, where they
 * are a terminal. At its end Node gives terminals their settings back and aborts
 * where one has closed in the meantime (nodejs/node, `ResetStdio` in src/node.cc);
 * a descriptor that was closed it passes over. Whoever changes the terminal's settings gives them
 * back before, by a listener that is put in front of this one. Does nothing on
 * Windows, where Node does no such thing.
 */
export function closeTerminalsAtExit(process: NodeJS.Process): void {
  if (process.platform !== 'win32') process.on('exit', closeTerminals);
}

function closeTerminals(): void {
  const terminals = STANDARD.filter(isTerminal);
  for (const fd of terminals) keepOpen(fd);
  for (const fd of terminals) closeSync(fd);
}

function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    // It was closed before.
    return false;
  }
}

/** Opens the terminal once more: where nobody has it open, whoever shows it hangs up before the end. */
function keepOpen(fd: number): void {
  try {
    openSync(`/dev/fd/${fd}`, constants.O_RDONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
  } catch {
    // It has closed already.
  }
}
