import { expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const COUNT = 22;
const deck = (words: (n: number) => string) =>
  moduleText(
    'Alpha',
    1,
    Array.from({ length: COUNT }, (_, n) => ({
      q: `What is ${words(n)}?`,
      a: `${words(n)}, and ${words(n + 50)}.`,
    })),
  );
const word = (n: number, salt: number) => ((n + 1) * salt).toString(36).repeat(3);

test('an import that takes reviewed cards for replaced asks before their histories go', () => {
  const viva = new Viva();
  viva.write(
    'd/a.md',
    deck((n) => word(n, 7_919_317)),
  );
  expect(viva.run(['import', 'd']).status).toBe(0);
  viva.run(['review', '--plain', '--new', '99'], '\n4\n'.repeat(COUNT));
  expect(viva.json(['list', '-is:new']).cards).toHaveLength(COUNT);

  viva.write(
    'd/a.md',
    deck((n) => word(n + 400, 99_991_733)),
  );
  const asked = viva.run(['import', 'd']);
  expect(asked.status).toBe(2);
  expect(asked.stderr).toContain(`in "Alpha" ${COUNT} reviewed cards were not found again`);
  expect(asked.stderr).toContain('--yes');
  expect(viva.run(['import']).status).toBe(2);
  expect(viva.json(['list', '-is:new']).cards).toHaveLength(COUNT);

  expect(viva.json(['import', '--yes']).cards).toMatchObject({ added: COUNT, retired: COUNT });
  expect(viva.json(['list', '-is:new']).cards).toHaveLength(0);
});
