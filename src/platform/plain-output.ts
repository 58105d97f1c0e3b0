import { fstatSync, writeSync } from 'node:fs';

/**
 * Is a file descriptor a file, pipe or socket that can be written to without
 * Node's streams? They cost 20 ms to load, and for these they write at once too
 * (nodejs.org/api/process.html, "A note on process I/O"), but on Windows.
 */
export function isPlainOutput(fd: number, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return false;
  try {
    const stats = fstatSync(fd);
    return stats.isFile() || stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}

/**
 * Writes text. Returns what is left of it, '' for nothing: a pipe that does
 * not block can be full. Throws the errors of node:fs, EPIPE among them.
 */
export function writeAtOnce(fd: number, text: string): string {
  let left = Buffer.from(text);
  try {
    while (true) {
      const written = writeSync(fd, left);
      if (written === left.length) return '';
      left = left.subarray(written);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    return left.toString();
  }
}
