import { expect, test } from 'vitest';
import { openTerminal } from '../../support/terminal/terminal.mjs';

test('on a busy machine, too, a terminal has all that a program said before its end', async () => {
  let busy = setImmediate(function stall() {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    busy = setImmediate(stall);
  });
  try {
    const terminal = openTerminal('seq', ['4000']);
    expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
    expect(terminal.text().trimEnd()).toMatch(/4000$/);
  } finally {
    clearImmediate(busy);
  }
});
