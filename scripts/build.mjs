// Bundles the commands into programs in dist/, and the starter that picks one.
//   node scripts/build.mjs [--plain] [--without PATCH[,PATCH]]
// --plain makes one program of ES modules, with every package as its authors wrote it.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildEmptyDatabase } from './build/empty-database.mjs';
import { DIST, inDist } from './build/options.mjs';
import { buildPlain } from './build/plain.mjs';
import { buildPrograms } from './build/programs.mjs';

const { values: flags } = parseArgs({
  options: {
    plain: { type: 'boolean', default: process.env.VIVA_BUILD === 'plain' },
    without: { type: 'string', default: '' },
  },
});

// esbuild is written in Go, whose collector runs less often so: a quarter less work for a tenth of a gigabyte more.
process.env.GOGC ??= '400';
rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
if (flags.plain) await buildPlain();
else await buildPrograms(flags.without.split(',').filter(Boolean));
// npm sees to that for an installed package alone.
chmodSync(inDist('viva.cjs'), 0o755);
await buildEmptyDatabase();
