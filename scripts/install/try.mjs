import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTerminal } from '../../tests/support/terminal/terminal.mjs';

/** Does with an installed viva what a person does on the first day; throws where it does not go well. */
export async function tryViva({ program, args, tools }, home, usable) {
  const env = { VIVA_HOME: home, NO_COLOR: '1' };
  const viva = (...words) => tools.run(program, [...args, ...words], { env });
  if (!/^\d+\.\d+\.\d+/.test(viva('--version'))) throw new Error('--version gives no version');
  if (!usable) return refuses(() => viva('due'));
  await review(program, args, { ...tools.env, ...env });
  const rated = JSON.parse(viva('list', '-is:new', '--json')).cards;
  if (rated.length !== 1) throw new Error(`${rated.length} cards are rated, not one`);
  if (!/due/i.test(viva('due'))) throw new Error('due says nothing');
  const file = join(home, 'export.json');
  viva('export', 'json', '-o', file);
  const { cards } = JSON.parse(readFileSync(file, 'utf8'));
  if (!(cards.length > 400)) throw new Error('the bundled decks are not in the export');
}

/** The first review: a welcome, a card, a rating, the end. */
async function review(program, args, env) {
  const terminal = openTerminal(program, args, { columns: 100, rows: 30, env });
  await terminal.waitFor('Welcome to viva', 120_000);
  terminal.send(' ');
  await terminal.waitFor('show answer', 20_000);
  terminal.send(' ');
  await terminal.waitFor('1 Again', 20_000);
  terminal.send('3');
  await terminal.waitFor('show answer', 20_000);
  terminal.send('qq');
  const { status } = await terminal.waitForExit(20_000);
  if (status !== 0) throw new Error(`the review ended with ${status}`);
}

/** Without its native code viva says in a sentence what to do. */
function refuses(command) {
  try {
    command();
  } catch ({ status, stderr }) {
    if (status === 1 && /better-sqlite3/.test(stderr) && !/\n\s+at /.test(stderr)) return;
    throw new Error(`not a sentence, but ${stderr}`);
  }
  throw new Error('a command without native code went through');
}
