import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const ANSWER = (n: number) =>
  `**In short:** Number ${n}.\n\n**Points:**\n- Every token reads all weights once\n- Batching shares one read of the weights\n- (x) Arithmetic is the limit`;

/** A judge that does as the answer it is sent asks. */
const JUDGE = `
const { writeFileSync } = require('node:fs');
let text = '';
process.stdin.on('data', (chunk) => (text += chunk)).on('end', () => {
  const { points, typedAnswer } = JSON.parse(text);
  if (typedAnswer.includes('slow')) { writeFileSync('slow-began', ''); setTimeout(() => writeFileSync('slow-ended', ''), 4000); return; }
  if (typedAnswer.includes('broken')) { console.log('no idea'); return; }
  if (typedAnswer.includes('crash')) process.exit(4);
  if (typedAnswer.includes('endless')) { setInterval(() => process.stdout.write('x'.repeat(65536)), 1); return; }
  const why = '\\u001b[31mbecause\\u001b[0m';
  console.log(JSON.stringify({ points: points.map(({ n }) => ({ n, hit: n === 1, why })), rating: 2, comment: 'Half of it.' }));
});
`;

test('a typed answer is compared with the points, and a judge of any kind leaves the review working', async () => {
  const viva = new Viva();
  const questions = [1, 2, 3, 4, 5].map((n) => ({ q: `What is number ${n}?`, a: ANSWER(n) }));
  viva.write('decks/a.md', moduleText('Alpha', 1, questions));
  const judge = viva.write('judge.cjs', JUDGE);
  expect(viva.run(['import', 'decks']).status).toBe(0);
  expect(viva.run(['config', 'set', 'judge', `"${process.execPath}" ${judge}`]).status).toBe(0);
  expect(viva.json(['judge', '--test'])).toMatchObject({ judgement: { rating: 2 } });

  const terminal = viva.open(['review'], { columns: 100, rows: 40 });
  const answer = async (text: string) => {
    await terminal.waitFor('show answer');
    terminal.send('t');
    await terminal.waitFor('Your answer');
    terminal.send(text);
    await terminal.waitFor(text.slice(-12));
    terminal.send('\r');
    await terminal.waitFor('1 Again');
  };
  await answer('For one token all the weights are read, each of them once.');
  await terminal.waitFor('Judge: 2 Hard? Half of it.');
  await terminal.waitFor('judge: no');
  await terminal.waitFor('about 1/2 points');
  expect(terminal.text()).toContain('✓ • Every token');
  expect(terminal.text()).toContain('[31mbecause');
  terminal.send('p');
  await terminal.waitFor('1 [x]');
  terminal.send('2');
  await terminal.waitFor('2 [x]');
  terminal.send('\r3');

  await answer('this one is broken');
  await terminal.waitFor('The judge answered what was not asked for.');
  terminal.send('1');
  await answer('this one will crash');
  await terminal.waitFor('The judge exited with status 4.');
  terminal.send('1');
  await answer('this one is endless');
  await terminal.waitFor('The judge wrote too much.');
  terminal.send('1');
  await answer('this one is slow');
  await terminal.waitFor('Judge: thinking');
  for (let n = 0; n < 200 && !existsSync(join(viva.home, 'slow-began')); n++) {
    await new Promise((done) => setTimeout(done, 20));
  }
  terminal.send('1');
  await terminal.waitFor('show answer');
  terminal.send('q');
  await terminal.waitFor('Session');
  terminal.send('q');
  expect((await terminal.waitForExit()).status).toBe(0);

  const { cards } = viva.json(['list', '-is:new']);
  expect(cards).toHaveLength(5);
  const [ticked] = cards
    .map(({ id }: { id: string }) => viva.json(['show', id]).history[0])
    .filter((event: { points?: object }) => event.points);
  expect(ticked).toMatchObject({ points: { good: [0, 1] } });
  expect(existsSync(join(viva.home, 'slow-ended'))).toBe(false);
}, 90_000);
