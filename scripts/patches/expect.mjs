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
 * Returns a file of a package with some texts replaced: pairs of what is wanted, a string or a
 * regular expression, and what stands in its place. Fails the build where one is not in it.
 */
export function replaceIn(path, ...changes) {
  let contents = readFileSync(path, 'utf8');
  for (const [wanted, replacement] of changes) {
    const changed = contents.replaceAll(wanted, replacement);
    if (changed === contents) throw lacking(path, wanted);
    contents = changed;
  }
  return contents;
}

/** Fails the build unless a file of a package holds a text that a patch counts on. */
export function expectText(name, file, wanted) {
  const path = join(packageFolder(name), file);
  if (!readFileSync(path, 'utf8').includes(wanted)) throw lacking(path, wanted);
}

function lacking(path, wanted) {
  return new Error(`${path} holds no ${wanted}: ${ADVICE}`);
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
