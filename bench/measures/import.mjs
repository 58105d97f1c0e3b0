// A folder of modules imported for the first time, again, and with one file in a hundred edited.
import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { removeDatabase } from '../data/copy.mjs';
import { editSome } from '../data/deck-files.mjs';
import { timed } from '../take.mjs';
import { VIVA } from '../world.mjs';

const FIRST = 'import, first time';
const AGAIN = 'import again, nothing changed';
const EDITED = 'import again, 1 % of files edited';

export function importMeasure(world, cards) {
  const paths = world.deck(cards);
  const fresh = join(world.folder, 'import.db');
  const reference = join(world.folder, 'import-reference.db');
  let edition = 0;
  const viva = (database) => run(world, ['import', world.deckFolder(cards), '--db', database]);
  return {
    name: 'import',
    warmUp: false,
    rows: [
      { name: FIRST, taken: 'first', limit: 'bare', against: 'block parser + inserts', goal: 1.5 },
      { name: AGAIN, taken: 'again', limit: 'first', against: FIRST, goal: 0.05, percent: true },
      { name: EDITED, taken: 'edited', limit: 'first', against: FIRST, goal: 0.08, percent: true },
    ],
    begin() {
      removeDatabase(reference);
      viva(reference);
    },
    round: async () => {
      removeDatabase(fresh);
      world.open(fresh).close();
      const bare = bareImport(world, reference, fresh);
      removeDatabase(fresh);
      const first = await timed(() => viva(fresh));
      const again = await timed(() => viva(fresh));
      editSome(paths, edition++);
      const edited = await timed(() => viva(fresh));
      return { bare, first, again, edited };
    },
  };
}

function bareImport({ folder }, reference, fresh) {
  const program = resolve('bench/bare-import.mjs');
  const text = execFileSync(process.execPath, [program, reference, fresh], { cwd: folder });
  return Number(text);
}

function run({ env }, args) {
  const { status, stderr } = spawnSync(process.execPath, [VIVA, ...args], { env, stdio: 'pipe' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}
