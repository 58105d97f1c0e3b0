import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WINDOWS = process.platform === 'win32';

/**
 * The ways a person installs viva. `install` takes the tools, an empty folder and the tarball and
 * returns how to start viva and how many packages came along; `remove` returns what is left.
 */
export const WAYS = {
  npm: { install: npmInstall([]), remove: npmRemove },
  'ignore-scripts': {
    install: npmInstall(['--ignore-scripts']),
    remove: npmRemove,
    noScripts: true,
  },
  pnpm: { install: pnpmInstall, noScripts: true },
  npx: { install: npxInstall },
};

function npmInstall(flags) {
  return (tools, place, tarball) => {
    const prefix = ['--prefix', join(place, 'prefix')];
    tools.run('npm', ['install', '--global', ...prefix, ...flags, tarball]);
    const program = join(place, 'prefix', WINDOWS ? 'viva.cmd' : 'bin/viva');
    const packages = countPackages(join(place, 'prefix', WINDOWS ? '' : 'lib', 'node_modules'));
    return { program, args: [], packages, tools };
  };
}

function npmRemove(tools, place) {
  tools.run('npm', ['uninstall', '--global', '--prefix', join(place, 'prefix'), 'viva']);
  return readdirSync(join(place, 'prefix'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== '.package-lock.json')
    .map((entry) => join(entry.parentPath, entry.name));
}

/** pnpm in a project: its global folder is the person's own, and the same in all else. */
function pnpmInstall(tools, place, tarball) {
  const folder = join(place, 'project');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const pnpm = tools.nodeMajor < 22 ? 'pnpm@10' : 'pnpm@latest';
  tools.run(
    'npm',
    ['exec', '--yes', pnpm, '--', 'add', '--store-dir', join(place, 'store'), tarball],
    {
      cwd: folder,
    },
  );
  const program = join(folder, 'node_modules', '.bin', WINDOWS ? 'viva.cmd' : 'viva');
  const packages = readdirSync(join(folder, 'node_modules', '.pnpm')).filter((name) =>
    name.includes('@'),
  ).length;
  return { program, args: [], packages, tools };
}

function npxInstall(tools, place, tarball) {
  const args = ['--yes', `--cache=${join(place, 'cache')}`, `--package=${tarball}`, 'viva'];
  tools.run('npx', [...args, '--version']);
  const [folder = ''] = readdirSync(join(place, 'cache', '_npx'));
  const packages = countPackages(join(place, 'cache', '_npx', folder, 'node_modules'));
  return { program: 'npx', args, packages, tools };
}

/** Counts the packages below a folder node_modules, also those within packages. */
function countPackages(modules) {
  const ofPackage = /(^|node_modules[\\/])(@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/;
  return readdirSync(modules, { recursive: true }).filter((path) => ofPackage.test(path)).length;
}
