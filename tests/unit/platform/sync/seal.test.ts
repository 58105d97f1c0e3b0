import { expect, test } from 'vitest';
import { checkKey, encryptionOf, newKey, remoteSeal } from '../../../../src/platform/sync/seal.js';

const HEAD = { format: 'viva-sync', version: 1, id: 'a'.repeat(20) } as const;

test("a key that is not the remote's, or none, seals nothing", async () => {
  const [key, other] = [await newKey(), await newKey()];
  const format = { ...HEAD, encryption: await encryptionOf(key, null) };
  const seal = await remoteSeal(format, key);
  const sealed = await seal.close(Buffer.from('a review'));
  expect(Buffer.from(await seal.open(sealed)).toString()).toBe('a review');
  for (const wrong of [other, 'AGE-SECRET-KEY-1FOO', key.slice(0, -1), '', null]) {
    await expect(remoteSeal(format, wrong)).rejects.toMatchObject({ code: 'sync-key' });
  }
  await expect(checkKey(format.encryption.canary, other)).rejects.toMatchObject({
    code: 'sync-key',
  });
  expect((await remoteSeal(HEAD, null)).extension).toBe('');
});

test('what is no key begins no sync', async () => {
  await expect(encryptionOf('AGE-SECRET-KEY-1FOO', null)).rejects.toMatchObject({
    code: 'sync-key',
  });
});
