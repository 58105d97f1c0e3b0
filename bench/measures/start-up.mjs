// Whole commands, from the spawn to the end, against Node doing nothing.
import { spawnSync } from 'node:child_process';
import { timed } from '../take.mjs';
import { VIVA } from '../world.mjs';

const NOTHING = { limit: 'node', against: 'node -e 0' };

/** What costs the same whatever the database holds. */
export function textMeasures(world) {
  return {
    name: 'start-up without a database',
    rows: [
      { name: 'viva --version', taken: 'version', goal: 1.25, ...NOTHING },
      { name: 'viva --help', taken: 'help', goal: 1.25, ...NOTHING },
    ],
    round: async () => ({
      node: await run(world, ['-e', '0']),
      version: await run(world, [VIVA, '--version']),
      help: await run(world, [VIVA, '--help']),
    }),
  };
}

export function dueMeasure(world, cards) {
  const database = world.database(cards);
  return {
    name: 'viva due',
    rows: [{ name: 'viva due', taken: 'due', goal: 1.6, ...NOTHING }],
    round: async () => ({
      node: await run(world, ['-e', '0']),
      due: await run(world, [VIVA, 'due', '--db', database]),
    }),
  };
}

function run({ env }, args) {
  return timed(() => {
    const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: 'pipe' });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  });
}
