import { expect, test } from 'vitest';
import type { FoundList, ListRequest } from '../../../../src/app/browse/ports.js';
import { Follower } from '../../../../src/tui/browse/follower.js';

const SORT = { by: 'due', reversed: false, seed: 0 } as const;
const moment = () => ({}) as ListRequest['moment'];

/** A lookup that answers when it is told to, and what the follower made of it. */
function world() {
  const asked: { text: string; answer(): Promise<void>; fail(): Promise<void> }[] = [];
  const told: string[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  const follower = new Follower(
    {
      begin: () => undefined,
      find: ({ text }) =>
        new Promise<FoundList>((resolve, reject) => {
          asked.push({
            text,
            answer: async () => {
              resolve({ keys: new Uint32Array() });
              await settle();
            },
            fail: async () => {
              reject(new Error('gone'));
              await settle();
            },
          });
        }),
      names: () => Promise.reject(new Error('not asked for')),
      close: () => undefined,
    },
    moment,
    {
      found: (_, { text }, isNewest) => void told.push(`${text}${isNewest ? '!' : ''}`),
      failed: (why) => void told.push(why),
    },
  );
  const want = (text: string, again = false) => follower.want({ text, sort: SORT }, again);
  return { asked, told, want, texts: () => asked.map(({ text }) => text) };
}

test('looks up one list at a time, and of those asked for meanwhile the newest', async () => {
  const { asked, told, want, texts } = world();
  for (const text of ['a', 'at', 'att', 'atte']) want(text);
  expect(texts()).toEqual(['a']);
  await asked[0]?.answer();
  expect(texts()).toEqual(['a', 'atte']);
  await asked[1]?.answer();
  expect(told).toEqual(['a', 'atte!']);
});

test('looks up the same list once, unless it is asked for again', async () => {
  const { asked, want, texts } = world();
  want('a');
  await asked[0]?.answer();
  want('a');
  expect(texts()).toEqual(['a']);
  want('a', true);
  expect(texts()).toEqual(['a', 'a']);
});

test('goes on after a lookup that failed', async () => {
  const { asked, told, want, texts } = world();
  want('a');
  want('b');
  await asked[0]?.fail();
  expect(told).toEqual(['gone']);
  expect(texts()).toEqual(['a', 'b']);
});
