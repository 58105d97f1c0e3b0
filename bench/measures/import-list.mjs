// A question list of another layout than viva's own imported for the first time.
import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { removeDatabase } from '../data/copy.mjs';
import { writeList } from '../data/list-file.mjs';
import { timed } from '../take.mjs';
import { VIVA } from '../world.mjs';

/** As many as the largest list that is well known has. */
const QUESTIONS = 3_500;

export function importListMeasure(world) {
  const folder = join(world.folder, 'list');
  const fresh = join(world.folder, 'import-list.db');
  const reference = join(world.folder, 'import-list-reference.db');
  const viva = (database) => {
    const args = [VIVA, 'import', folder, '--db', database];
    const { status, stderr } = spawnSync(process.execPath, args, { env: world.env, stdio: 'pipe' });
    if (status !== 0) throw new Error(`import of a list: ${stderr}`);
  };
  return {
    name: 'import of a list',
    warmUp: false,
    rows: [
      {
        name: `import of a list of ${QUESTIONS} questions`,
        taken: 'list',
        limit: 'bare',
        against: 'block parser + inserts',
        goal: 1.5,
      },
    ],
    begin() {
      writeList(folder, QUESTIONS);
      removeDatabase(reference);
      viva(reference);
    },
    round: async () => {
      removeDatabase(fresh);
      world.open(fresh).close();
      const program = resolve('bench/bare-import.mjs');
      const options = { cwd: world.folder };
      const bare = Number(execFileSync(process.execPath, [program, reference, fresh], options));
      removeDatabase(fresh);
      return { bare, list: await timed(() => viva(fresh)) };
    },
  };
}
