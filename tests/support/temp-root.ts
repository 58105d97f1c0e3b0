import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
const MIN_FREE_BYTES = 2 * 1024 ** 3;

/**
 * Returns where tests make their folders: in memory, where there is room and programs may run, or else
 * in the system's own place. They commit thousands of times, and each would wait for the disk; what is
 * tested is that they are told to be on it, and that they outlive a killed process.
 */
export function tempRoot(): string {
  return hasRoom() && programsRun() ? IN_MEMORY : tmpdir();
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= MIN_FREE_BYTES;
  } catch {
    return false;
  }
}

function programsRun(): boolean {
  try {
    const folder = mkdtempSync(join(IN_MEMORY, 'viva-test-'));
    try {
      const program = join(folder, 'program');
      writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 });
      execFileSync(program);
      return true;
    } finally {
      rmSync(folder, { recursive: true });
    }
  } catch {
    return false;
  }
}
