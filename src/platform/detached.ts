import { spawn } from 'node:child_process';

/**
 * Starts this program again with other arguments, apart: it goes on when this
 * one ends, has no terminal to ask on, and its output goes nowhere.
 */
export function spawnDetached(args: readonly string[]): void {
  const [, program = ''] = process.argv;
  const child = spawn(process.execPath, [program, ...args], {
    shell: false,
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  // Where it cannot be started, the next one will be.
  child.on('error', () => undefined);
  child.unref();
}
