// A sync that finds nothing to do: what every session pays twice where it is automatic.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { VIVA } from '../world.mjs';

/** Stands in for ssh: takes as long to connect as a near host does, then runs the command here. */
const SSH = `#!/bin/sh
sleep 0.3
for command; do :; done
exec sh -c "$command"
`;

export function syncMeasure(world, cards) {
  const folder = join(world.folder, 'sync');
  const [byFolder, byGit, byFar] = ['folder', 'git', 'far'].map((name) =>
    join(folder, name, 'viva.db'),
  );
  const far = {
    env: { ...world.env, GIT_SSH_COMMAND: join(folder, 'ssh'), GIT_SSH_VARIANT: 'simple' },
  };
  const farAddress = `ssh://bench${join(folder, 'far.git')}`;
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
        name: 'viva sync, git over ssh (connects in 0.3 s)',
        taken: 'far',
        limit: 'farFetch',
        against: 'git fetch',
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
      mkdirSync(shared, { recursive: true });
      for (const copy of [byFolder, byGit, byFar]) {
        mkdirSync(join(copy, '..'), { recursive: true });
        copyDatabase(world.database(cards), copy);
      }
      writeFileSync(join(folder, 'ssh'), SSH, { mode: 0o755 });
      for (const name of ['remote', 'far']) {
        run(world, 'git', ['init', '--quiet', '--bare', join(folder, `${name}.git`)]);
      }
      run(world, process.execPath, [VIVA, 'sync', 'init', shared, '--db', byFolder]);
      run(world, process.execPath, [VIVA, 'sync', 'init', bare, '--db', byGit]);
      run(far, process.execPath, [VIVA, 'sync', 'init', farAddress, '--db', byFar]);
      run(world, 'git', ['clone', '--quiet', bare, join(folder, 'clone')]);
      run(far, 'git', ['clone', '--quiet', farAddress, join(folder, 'far-clone')]);
    },
    round: async () => ({
      due: await timed(() => run(world, process.execPath, [VIVA, 'due', '--db', byFolder])),
      folder: await timed(() => run(world, process.execPath, [VIVA, 'sync', '--db', byFolder])),
      fetch: await timed(() => {
        run(world, process.execPath, ['-e', '0']);
        run(world, 'git', ['-C', join(folder, 'clone'), 'fetch', '--quiet']);
      }),
      git: await timed(() => run(world, process.execPath, [VIVA, 'sync', '--db', byGit])),
      farFetch: await timed(() =>
        run(far, 'git', ['-C', join(folder, 'far-clone'), 'fetch', '--quiet']),
      ),
      far: await timed(() => run(far, process.execPath, [VIVA, 'sync', '--db', byFar])),
    }),
  };
}

function run({ env }, program, args) {
  const { status, stderr } = spawnSync(program, args, { env, stdio: 'pipe' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}
