// Packs viva, installs the package as a person would, uses it and removes it again.
//   npm run check:install [-- --node 20,22,24,26] [--npm 10,11] [--with npm,ignore-scripts,pnpm,npx]
// Without --node it takes the Node that runs it. Other Nodes and npms come from the registry.
// Node 20 compiles SQLite where no built file can be fetched, so without scripts it can only
// say what is missing; that is what is asked of it then.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packViva, toolsFor } from './install/tools.mjs';
import { tryViva } from './install/try.mjs';
import { WAYS } from './install/ways.mjs';

const running = process.versions.node.split('.')[0];
const { values: flags } = parseArgs({
  options: {
    node: { type: 'string', default: running },
    npm: { type: 'string', default: '' },
    with: { type: 'string', default: 'npm' },
  },
});

const work = mkdtempSync(join(tmpdir(), 'viva-install-'));
try {
  const tarball = packViva(work);
  for (const node of flags.node.split(',')) {
    for (const npm of flags.npm.split(',')) {
      const tools = toolsFor(work, node, npm);
      for (const way of flags.with.split(',')) await check(tools, way, tarball);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
}

/** Installs in one way, uses what was installed and removes it; throws at the first thing that is wrong. */
async function check(tools, name, tarball) {
  const way = WAYS[name];
  if (way === undefined)
    throw new Error(`--with takes ${Object.keys(WAYS).join(', ')}, not ${name}`);
  const place = mkdtempSync(join(work, 'place-'));
  mkdirSync(join(place, 'home'));
  const start = Date.now();
  const installed = way.install(tools, place, tarball);
  const seconds = Math.round((Date.now() - start) / 1000);
  const usable = !(way.noScripts && tools.nodeMajor < 22);
  await tryViva(installed, join(place, 'home'), usable);
  const left = way.remove?.(tools, place) ?? [];
  if (left.length > 0) throw new Error(`${name} left behind: ${left.join(', ')}`);
  const what = usable ? 'first review and export done' : 'says what is missing';
  console.log(
    `Node ${tools.nodeVersion}, npm ${tools.npmVersion}, ${name}: ${seconds} s, ${installed.packages} packages; ${what}${way.remove ? ', removed' : ''}`,
  );
}
