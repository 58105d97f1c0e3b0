import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const names = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});
const lockSchema = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.looseObject({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
      dev: z.boolean().default(false),
      devOptional: z.boolean().default(false),
    }),
  ),
});
const rootSchema = z.object({
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
});

/** A folder's package.json and what its lock file names. */
function read(folder: string) {
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const lock = lockSchema.parse(json('package-lock.json'));
  return {
    manifest: manifestSchema.parse(json('package.json')),
    lock,
    root: rootSchema.parse(lock.packages['']),
    installed: Object.entries(lock.packages).filter(([path]) => path !== ''),
  };
}

const viva = read('.');
const tools = read('tests');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

describe('what is installed beside viva', () => {
  test.each([
    ['viva', viva],
    ['its tests', tools],
  ])('is what the lock file of %s names, with checksums, from the npm registry', (_, part) => {
    expect(part.lock.lockfileVersion).toBe(3);
    for (const [path, { resolved, integrity }] of part.installed) {
      // Left out, it is the registry that npm is set to; never another place.
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
        /^https:\/\/registry\.npmjs\.org\//,
      );
      expect(integrity, path).toMatch(/^sha(512|1)-/);
    }
    const { dependencies, devDependencies, optionalDependencies } = part.manifest;
    expect(part.root).toEqual({ dependencies, devDependencies, optionalDependencies });
  });

  test('is justified in docs/dependencies.md, and nothing else is', () => {
    const page = readFileSync('docs/dependencies.md', 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    );
    const direct = [viva, tools].flatMap(({ manifest }) => [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.optionalDependencies),
      ...Object.keys(manifest.devDependencies),
    ]);
    expect(listed.sort()).toEqual(direct.sort());
  });

  test('is as few as that: a new one must be argued for here too', () => {
    expect(Object.keys(viva.manifest.dependencies).length).toBeLessThanOrEqual(15);
  });

  test('holds no tool of the tests where a person only wants to review', () => {
    const both = Object.keys(tools.manifest.devDependencies).filter(
      (name) => `node_modules/${name}` in viva.lock.packages,
    );
    expect(both).toEqual([]);
  });

  test('is listed at the version that is locked', () => {
    const page = readFileSync('docs/dependencies.md', 'utf8');
    for (const name of Object.keys(viva.manifest.dependencies)) {
      const { version } = z
        .looseObject({ version: z.string() })
        .parse(viva.lock.packages[`node_modules/${name}`]);
      expect(page).toContain(`| \`${name}\` | ${version} |`);
    }
  });

  test('runs no script when it is installed, but for better-sqlite3', () => {
    const scripted = viva.installed.filter(([, entry]) => entry.hasInstallScript);
    const atRunTime = scripted.filter(([, { dev, devOptional }]) => !dev && !devOptional);
    expect(atRunTime.map(([path]) => nameOf(path))).toEqual(['better-sqlite3']);
    // npm 11 and later run what is true here and nothing else.
    for (const { manifest, installed } of [viva, tools]) {
      const withScript = installed.filter(([, entry]) => entry.hasInstallScript);
      expect(Object.keys(manifest.allowScripts).sort()).toEqual(
        [...new Set(withScript.map(([path]) => nameOf(path)))].sort(),
      );
    }
    const allowed = [viva, tools].flatMap(({ manifest }) =>
      Object.entries(manifest.allowScripts).filter(([, allow]) => allow),
    );
    expect(allowed).toEqual([['better-sqlite3', true]]);
  });
});
