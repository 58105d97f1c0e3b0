import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const names = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({
    dependencies: names,
    devDependencies: names,
    optionalDependencies: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const lock = z
  .object({
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
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const root = z
  .object({ dependencies: names, devDependencies: names, optionalDependencies: names })
  .parse(lock.packages['']);
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

describe('what is installed beside viva', () => {
  test('is what the lock file names, each with its checksum, from the npm registry', () => {
    expect(lock.lockfileVersion).toBe(3);
    for (const [path, { resolved, integrity }] of installed) {
      // Left out, it is the registry that npm is set to; never another place.
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
        /^https:\/\/registry\.npmjs\.org\//,
      );
      expect(integrity, path).toMatch(/^sha(512|1)-/);
    }
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    expect(root).toEqual({ dependencies, devDependencies, optionalDependencies });
  });

  test('is justified in docs/dependencies.md, and nothing else is', () => {
    const page = readFileSync('docs/dependencies.md', 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    );
    const direct = [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.optionalDependencies),
      ...Object.keys(manifest.devDependencies),
    ];
    expect(listed.sort()).toEqual(direct.sort());
  });

  test('is as few as that: a new one must be argued for here too', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(15);
  });

  test('is listed at the version that is locked', () => {
    const page = readFileSync('docs/dependencies.md', 'utf8');
    for (const name of Object.keys(manifest.dependencies)) {
      const { version } = z
        .looseObject({ version: z.string() })
        .parse(lock.packages[`node_modules/${name}`]);
      expect(page).toContain(`| \`${name}\` | ${version} |`);
    }
  });

  test('runs no script when it is installed, but for better-sqlite3', () => {
    const scripted = installed.filter(([, entry]) => entry.hasInstallScript);
    const atRunTime = scripted.filter(([, { dev, devOptional }]) => !dev && !devOptional);
    expect(atRunTime.map(([path]) => nameOf(path))).toEqual(['better-sqlite3']);
    // npm 11 and later run what is true here and nothing else.
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(
      [...new Set(scripted.map(([path]) => nameOf(path)))].sort(),
    );
    const allowed = Object.entries(manifest.allowScripts).filter(([, allow]) => allow);
    expect(allowed).toEqual([['better-sqlite3', true]]);
  });
});
