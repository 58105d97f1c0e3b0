import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const WINDOWS = process.platform === 'win32';
const NPM_CLI = process.env.npm_execpath;

/** Packs this checkout; returns the path of the tarball. */
export function packViva(work) {
  const out = npmHere(['pack', '--json', '--pack-destination', work], ROOT);
  return join(work, JSON.parse(out.slice(out.indexOf('['))).at(0).filename);
}

/**
 * Returns what runs a Node and an npm of these major versions: `run(program, args)` with both
 * first on the path. '' as the npm is the one that runs this.
 */
export function toolsFor(work, node, npm) {
  const nodePath = nodeOf(work, node);
  const npmFolder = npm === '' ? dirname(dirname(NPM_CLI)) : packageOf(work, `npm@${npm}`);
  const shims = join(work, `bin-${node}-${npm}`);
  if (!existsSync(shims)) writeShims(shims, nodePath, npmFolder);
  const path = [shims, dirname(nodePath), process.env.PATH].join(delimiter);
  const env = { ...cleanEnv(), PATH: path };
  const run = (program, args, options = {}) =>
    execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: WINDOWS,
      ...options,
      env: { ...env, ...options.env },
    });
  const nodeVersion = run(nodePath, ['-p', 'process.versions.node'], { shell: false }).trim();
  return {
    run,
    env,
    nodeVersion,
    nodeMajor: Number.parseInt(nodeVersion, 10),
    npmVersion: run('npm', ['--version']).trim(),
  };
}

/** npm's own settings for the run of this script are not those of a person who installs. */
function cleanEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(?!config_(registry|cache|nodedir)$)/i.test(name),
    ),
  );
}

function nodeOf(work, major) {
  if (major === process.versions.node.split('.')[0]) return process.execPath;
  const folder = packageOf(work, `node-${process.platform}-${process.arch}@${major}`);
  return join(folder, WINDOWS ? 'bin/node.exe' : 'bin/node');
}

/** Returns the folder of a package from the registry, fetched but run by nobody. */
function packageOf(work, spec) {
  const folder = join(work, spec.replaceAll(/\W/g, '-'));
  if (!existsSync(folder)) {
    mkdirSync(folder);
    npmHere(['install', '--prefix', folder, '--ignore-scripts', '--no-save', spec], folder);
  }
  return join(folder, 'node_modules', spec.slice(0, spec.lastIndexOf('@')));
}

function npmHere(args, cwd) {
  return execFileSync(process.execPath, [NPM_CLI, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function writeShims(folder, nodePath, npmFolder) {
  mkdirSync(folder);
  for (const name of ['npm', 'npx']) {
    const script = join(npmFolder, 'bin', `${name}-cli.js`);
    const file = join(folder, WINDOWS ? `${name}.cmd` : name);
    const text = WINDOWS
      ? `@"${nodePath}" "${script}" %*\r\n`
      : `#!/bin/sh\nexec '${nodePath}' '${script}' "$@"\n`;
    writeFileSync(file, text, { mode: 0o755 });
  }
}
