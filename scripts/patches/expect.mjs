// How a patch makes sure that the package is the one it was written for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Fails the build unless the installed version of a package is the one a patch was made for. */
export function expectVersion(name, version) {
  const installed = installedVersion(name);
  if (installed !== version) throw outdated(name, version, installed);
}

/** Returns the error of a patch that was made for one version where another is found. */
export function outdated(name, version, found) {
  return new Error(
    `The patch for ${name} was made for ${version}, and this is ${found}: ${ADVICE}`,
  );
}

/**
 * Returns a file of a package with some text replaced. Fails the build where
 * `wanted`, a string or a regular expression, is not in it.
 */
export function replaceIn(path, wanted, replacement) {
  const source = readFileSync(path, 'utf8');
  const contents = source.replaceAll(wanted, replacement);
  if (contents === source) throw new Error(`${path} holds no ${wanted}: ${ADVICE}`);
  return contents;
}

/** Returns the version of an installed package. */
export function installedVersion(name) {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')).version;
}

function packageFolder(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      readFileSync(join(folder, name, 'package.json'));
      return join(folder, name);
    } catch {
      // Not in this one.
    }
  }
  return dirname(require.resolve(`${name}/package.json`));
}

const ADVICE =
  'read the patch in scripts/patches/ against the new version, or build with --plain or --without NAME';
