import { expect, test } from 'vitest';
import { isHangUp, isInputHungUp } from '../../../src/platform/hang-up.js';

const failure = (message: string, code: string) => Object.assign(new Error(message), { code });

test('a terminal that closes while it is read is told from a disk that fails', () => {
  expect(isInputHungUp(failure('read EIO', 'EIO'))).toBe(true);
  expect(isInputHungUp(failure('EIO: i/o error, read', 'EIO'))).toBe(false);
  expect(isInputHungUp(failure('read ECONNRESET', 'ECONNRESET'))).toBe(false);
  expect(isHangUp(failure('write EIO', 'EIO'))).toBe(true);
});
