import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';

const installed = vi.hoisted(() => ({ version: null as string | null, isOther: false }));

// Every package says of itself that it is of another version, or its code is another's.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    readFileSync(path: string, ...rest: []) {
      if (installed.isOther && /node_modules.*\.js$/.test(String(path))) return 'other();';
      const text = fs.readFileSync(path, ...rest);
      return installed.version !== null && String(path).endsWith('package.json')
        ? JSON.stringify({ version: installed.version })
        : text;
    },
  };
});

interface Hook {
  readonly filter: RegExp;
  readonly namespace?: string;
  /** Reads a file, where the hook is one of those that do. */
  readonly load?: (file: { readonly path: string }) => { readonly contents: string };
}

interface Patch {
  readonly name: string;
  setup(build: unknown): void;
}

// Another file's tests may have loaded them in this process, without what is mocked here.
vi.resetModules();
const load = (name: string) => import(pathToFileURL(resolve('scripts/patches', name)).href);
const { replaceIn } = await load('expect.mjs');
const { patches } = await load('list.mjs');
const { vegaCanvas } = await load('vega-canvas@2.0.0.mjs');
const ALL: readonly Patch[] = [...patches(() => {}, []), vegaCanvas];
const node = process.versions.node;

afterEach(() => {
  installed.version = null;
  installed.isOther = false;
  setNode(node);
});

test.each(ALL.map((patch) => [patch.name, patch] as const))(
  'the patch %s fails the build where the version is another than its own',
  (_, patch) => {
    expect(() => hooksOf(patch)).not.toThrow();
    installed.version = '0.0.1';
    setNode('19.0.0');
    expect(() => hooksOf(patch)).toThrow(
      /^The patch for \S+ was made for .+, and this is (0\.0\.1|19\.0\.0): read the patch .+--plain/,
    );
  },
);

test('a patch fails the build where the text that it replaces is not there', () => {
  expect(() => replaceIn(resolve('package.json'), ['no such text', ''])).toThrow(
    /package\.json holds no no such text: read the patch .+--without NAME/,
  );
});

test.each([
  ['better-sqlite3', 'lib/binding.js'],
  ['ink', 'build/output.js'],
  ['ink', 'build/wrap-text.js'],
  ['ink', 'build/components/ErrorBoundary.js'],
  ['ink-devtools', 'build/reconciler.js'],
  ['js-yaml', 'lib/js-yaml/type/js/function.js'],
  ['vega-canvas', 'build/vega-canvas.node.js'],
  ['yoga-layout', 'dist/binaries/yoga-wasm-base64-esm.js'],
])('the patch %s fails the build where %s holds other code', (name, file) => {
  const folder = name === 'ink-devtools' ? 'ink' : name;
  const path = resolve('node_modules', folder, file);
  const patch = ALL.find((each) => each.name === name);
  const load = patch && fileHook(patch, path);
  installed.isOther = true;
  expect(() => load?.({ path })).toThrow(/holds no .+: read the patch .+--without NAME/);
});

test('the patch better-sqlite3 fails the build where the native file is loaded in another way', () => {
  const patch = ALL.find(({ name }) => name === 'better-sqlite3');
  installed.isOther = true;
  expect(() => patch && hooksOf(patch)).toThrow(/holds no DEFAULT_ADDON = require\(/);
});

test('no patch loads or finds a file of our own in another way', () => {
  const own = readdirSync(resolve('src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(resolve('src'), name));
  const hooked = ALL.flatMap((patch) =>
    hooksOf(patch)
      .filter(({ namespace }) => namespace === undefined)
      .flatMap(({ filter }) =>
        own.filter((path) => filter.test(path)).map((path) => `${patch.name}: ${path}`),
      ),
  );
  expect(hooked).toEqual([]);
});

test('each patch is named after the package and version that it was made for', () => {
  const files = readdirSync(resolve('scripts/patches')).filter((name) => name.includes('@'));
  expect(files.map((name) => name.split('@')[0]).sort()).toEqual(
    ALL.map(({ name }) => name).sort(),
  );
});

/** Returns what a patch asks esbuild to do in another way. */
function hooksOf(patch: Patch): Hook[] {
  const hooks: Hook[] = [];
  patch.setup({
    onResolve: (options: Hook) => hooks.push(options),
    onLoad: (options: Hook, load: Hook['load']) =>
      hooks.push({ ...options, ...(load && { load }) }),
  });
  return hooks;
}

function fileHook(patch: Patch, path: string) {
  return hooksOf(patch).find(
    ({ filter, namespace }) => namespace === undefined && filter.test(path),
  )?.load;
}

function setNode(version: string): void {
  Object.defineProperty(process.versions, 'node', { value: version, configurable: true });
}
