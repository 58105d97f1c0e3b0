import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { BIN, type Result, type Viva } from './viva.js';

const isRoot = process.getuid?.() === 0;
/** Modes mean nothing to root, so root goes without the rights to pass over them. */
const UNDER_MODES = ['setpriv', '--bounding-set=-dac_override,-dac_read_search'];

/** Can the modes of files be made to hold here? Not for root in a sandbox that may give up no right. */
export const MODES_HOLD =
  !isRoot || spawnSync('setpriv', [...UNDER_MODES.slice(1), 'true']).status === 0;

/** A sentence, its hint and its code; never a stack, never viva's own word for a bug of its own. */
export function expectClearError(result: Pick<Result, 'stderr' | 'status'>, code: string): void {
  expect(result.stderr).toContain(`(${code})`);
  expect(result.status).toBe(1);
  expectNoDump(result);
}

export function expectNoDump({ stderr }: Pick<Result, 'stderr'>): void {
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  expect(stderr).not.toContain('(internal)');
  expect(stderr).not.toContain('Node.js v');
}

interface Limits {
  /** Largest file that may be written, KiB: the system refuses the byte after it. */
  readonly fileKib?: number;
  /** The modes of files hold for root too. */
  readonly underModes?: boolean;
}

/** Runs the built program under limits that make writing fail. */
export function runLimited(
  viva: Viva,
  args: readonly string[],
  { fileKib, underModes = false }: Limits,
  input = '',
): Result {
  // In 512-byte blocks, as POSIX has it.
  const limit = fileKib === undefined ? '' : `ulimit -f ${fileKib * 2} && `;
  const before = underModes && isRoot ? UNDER_MODES : ['env'];
  const { stdout, stderr, status } = spawnSync(
    '/bin/sh',
    ['-c', `${limit}exec "$0" "$@"`, ...before, process.execPath, BIN, ...args],
    {
      input,
      encoding: 'utf8',
      cwd: viva.home,
      env: {
        PATH: process.env.PATH ?? '',
        VIVA_HOME: join(viva.home, 'viva'),
        VIVA_NOW: viva.now,
        TZ: 'UTC',
        ...viva.env,
      },
    },
  );
  return { stdout, stderr, status };
}

/** Makes a disk of that size at a folder for the running test; false where that is not allowed. */
export function mountSmallDisk(folder: string, kib: number): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k,mode=700`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return true;
}
