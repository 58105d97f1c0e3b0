import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pngOf } from '../support/png.js';
import { moduleText, Viva } from '../support/viva.js';

const SIXELS = /\u001bP0;1q"1;1;\d+;\d+/g;

function withPicture(): Viva {
  const viva = new Viva();
  viva.env = { BROWSER: viva.write('browser', '#!/bin/sh\necho "$1" >> opened\n') };
  const row = [200, 40, 40, 255];
  writeFileSync(
    join(viva.home, 'plot.png'),
    pngOf(
      90,
      Array.from({ length: 90 }, () => row),
    ),
  );
  const question = 'What does the plot show?\n\n![A plot](plot.png)\n\n![Out](../../etc/x.png)';
  const answer = 'A <b>square</b>, H<sub>2</sub>O.\n\n```mermaid\ngraph TD\n  A --> B\n```';
  const text = moduleText('Plots', 1, [
    { q: question, a: answer },
    { q: 'And this?', a: 'Nothing to see.' },
  ]);
  viva.run(['import', viva.write('plots.md', text)]);
  return viva;
}

test('a picture is drawn where the terminal says it can, and is gone with its card', async () => {
  const viva = withPicture();
  const terminal = viva.open(['review'], { attributes: '62;4;22' });
  await terminal.waitFor('[image: A plot]');
  await terminal.waitFor(() => SIXELS.test(terminal.raw()));
  terminal.send(' ');
  await terminal.waitFor('H₂O');
  terminal.send('3');
  await terminal.waitFor('And this?');
  const since = terminal.raw().length;
  terminal.resize(70, 20);
  terminal.send(' ');
  await terminal.waitFor('Nothing to see.');
  expect(terminal.raw().slice(since)).not.toMatch(SIXELS);
  terminal.send('qq');
  expect((await terminal.waitForExit()).status).toBe(0);
});

test('elsewhere it is named; o opens pictures and diagrams, none outside of the collection', async () => {
  const viva = withPicture();
  const terminal = viva.open(['review']);
  await terminal.waitFor('[image: A plot]');
  terminal.send('o');
  await terminal.waitFor('Open what?');
  expect(terminal.text()).toContain('2  picture: Out');
  terminal.send('2');
  await terminal.waitFor('Not opened');
  terminal.send('q');
  await terminal.waitFor('Session');
  terminal.send('q');
  await terminal.waitForExit();
  expect(terminal.raw()).not.toMatch(SIXELS);
  expect(() => readFileSync(join(viva.home, 'opened'))).toThrow('ENOENT');
});

test('nothing is asked where no card has a picture, or the setting says so', async () => {
  const viva = withPicture();
  viva.run(['config', 'set', 'pictures', 'false']);
  const terminal = viva.open(['review'], { attributes: '62;4;22' });
  await terminal.waitFor('[image: A plot]');
  terminal.send(' ');
  await terminal.waitFor('H₂O');
  terminal.send('qq');
  await terminal.waitForExit();
  expect(terminal.raw()).not.toContain('\u001b[c');
});
