// A sync that finds nothing to do: what every session pays twice where it is automatic.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { VIVA } from '../world.mjs';

export function syncMeasure(world, cards) {
  const folder = join(world.folder, 'sync');
  const [byFolder, byGit] = ['folder', 'git'].map((name) => join(folder, name, 'viva.db'));
  const [shared, bare] = [join(folder, 'shared'), join(folder, 'remote.git')];
  return {
    name: 'sync with nothing to do',
    rows: [
      {
        name: 'viva sync, a folder',
        taken: 'folder',
        limit: 'due',
        against: 'viva due',
        goal: 1.3,
      },
      {
        name: 'viva sync, git on this machine',
        taken: 'git',
        limit: 'fetch',
        against: 'node -e 0 + git fetch',
        goal: 1.5,
      },
    ],
    begin() {
      for (const path of [shared, join(byFolder, '..'), join(byGit, '..')]) {
        mkdirSync(path, { recursive: true });
      }
      for (const copy of [byFolder, byGit]) copyDatabase(world.database(cards), copy);
      run(world, 'git', ['init', '--quiet', '--bare', bare]);
      run(world, process.execPath, [VIVA, 'sync', 'init', shared, '--db', byFolder]);
      run(world, process.execPath, [VIVA, 'sync', 'init', bare, '--db', byGit]);
      run(world, 'git', ['clone', '--quiet', bare, join(folder, 'clone')]);
    },
    round: async () => ({
      due: await timed(() => run(world, process.execPath, [VIVA, 'due', '--db', byFolder])),
      folder: await timed(() => run(world, process.execPath, [VIVA, 'sync', '--db', byFolder])),
      fetch: await timed(() => {
        run(world, process.execPath, ['-e', '0']);
        run(world, 'git', ['-C', join(folder, 'clone'), 'fetch', '--quiet']);
      }),
      git: await timed(() => run(world, process.execPath, [VIVA, 'sync', '--db', byGit])),
    }),
  };
}

function run({ env }, program, args) {
  const { status, stderr } = spawnSync(program, args, { env, stdio: 'pipe' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}
