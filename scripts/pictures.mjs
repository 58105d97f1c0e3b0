// Makes the README's pictures from the real program: npm run pictures
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenSvg } from './terminal/svg.mjs';
import { openTerminal } from './terminal/terminal.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'docs', 'pictures');
const home = mkdtempSync(join(tmpdir(), 'viva-pictures-'));
mkdirSync(out, { recursive: true });

try {
  const args = [join(root, 'bin', 'viva'), 'review', 'kv', 'cache', 'memory', 'module:22'];
  const env = { VIVA_HOME: home, VIVA_NOW: '2026-11-24T07:30:00Z' };
  const terminal = openTerminal(process.execPath, args, { columns: 88, rows: 26, env });
  await terminal.waitFor('show answer');
  save('question', 'viva: the question side of a card', terminal);
  terminal.send(' ');
  await terminal.waitFor('1 Again');
  save('answer', 'viva: the answer side of a card with the four ratings', terminal);
  terminal.send('qq');
  await terminal.waitForExit();
} finally {
  rmSync(home, { recursive: true, force: true });
}

function save(name, title, terminal) {
  writeFileSync(join(out, `${name}.svg`), screenSvg(terminal.cells(), title));
  console.log(`docs/pictures/${name}.svg`);
}
