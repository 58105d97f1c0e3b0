import { expect, test } from 'vitest';
import { deviceNames } from '../../../src/sync/device-names.js';

test('devices that are called the same are told apart by the start of their ids', () => {
  const devices = [
    { id: `aaaa${'0'.repeat(16)}`, name: 'laptop' },
    { id: `bbbb${'0'.repeat(16)}`, name: 'laptop' },
    { id: `cccc${'0'.repeat(16)}`, name: 'desk' },
  ];
  expect([...deviceNames(devices).values()]).toEqual(['laptop (aaaa)', 'laptop (bbbb)', 'desk']);
});
