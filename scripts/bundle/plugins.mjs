// What the bundle changes in other people's packages, and why.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Everyone who asks for string-width, Ink and its packages too, gets the quick way to it. */
export const quickWidth = {
  name: 'quick-width',
  setup(build) {
    const quick = join(here, 'quick-string-width.cjs');
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer === quick ? undefined : { path: quick },
    );
  },
};

/**
 * Ink looks for React's developer tools and its own package.json when DEV is set, and waits for
 * them at the top level, which a CommonJS bundle cannot.
 */
export const withoutDevtools = {
  name: 'without-devtools',
  setup(build) {
    build.onLoad({ filter: /ink[\\/]build[\\/]reconciler\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replaceAll(/await (?=import\('\.\/devtools|loadPackageJson)/g, '');
      if (contents === source) throw new Error(`${path} is not as it was: look at it again`);
      return { contents: contents.replaceAll('isDev()', 'false') };
    });
  },
};

/**
 * Yoga decodes its WebAssembly from a data URL through fetch, which loads all of Node's HTTP
 * client, and waits for it. It is read from a file of its own here, at once.
 */
export function yogaAtOnce(onWasm) {
  const text = 'data:application/octet-stream;base64,';
  return {
    name: 'yoga-at-once',
    setup(build) {
      build.onLoad({ filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, ({ path }) => ({
        contents: readFileSync(join(here, 'yoga-at-once.mjs'), 'utf8'),
        resolveDir: dirname(path),
      }));
      build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const [, base64] = /base64,([A-Za-z0-9+/=]{1000,})/.exec(source) ?? [];
        if (base64 === undefined) throw new Error(`${path} is not as it was: look at it again`);
        onWasm(Buffer.from(base64, 'base64'));
        return {
          contents: source.replace(text + base64, text).replaceAll('import.meta.url', "''"),
        };
      });
    },
  };
}

/** Ink makes a frame of whole lines where it can; see quick-output.mjs. */
export const quickOutput = {
  name: 'quick-output',
  setup(build) {
    build.onLoad({ filter: /ink[\\/]build[\\/]output\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace('export default class Output', 'class InkOutput');
      if (contents === source) throw new Error(`${path} is not as it was: look at it again`);
      const quick = JSON.stringify(join(here, 'quick-output.mjs'));
      return {
        contents: `import { quickFrame } from ${quick};
          ${contents}
          export default class Output extends InkOutput {
            get() { return quickFrame(this) ?? super.get(); }
          }`,
        resolveDir: dirname(path),
      };
    });
  },
};

/** Parts of Node that take milliseconds to load and that most runs never call. */
const SELDOM = ['child_process', 'crypto', 'os', 'stream', 'stream/promises', 'timers/promises'];

/** Loads these parts when one of their functions is used, not when a file imports it. */
export const lazyNode = {
  name: 'lazy-node',
  setup(build) {
    const filter = new RegExp(`^(node:)?(${SELDOM.join('|')})$`);
    build.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'lazy-node'
        ? { path, external: true }
        : { path: path.replace('node:', ''), namespace: 'lazy-node' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-node' }, ({ path }) => ({
      contents: atFirstUse(`node:${path}`),
    }));
  },
};

/**
 * yaml and gray-matter take 5 ms each, and most front matter is so plain that it is read without.
 * What gray-matter loads would like esprima, to run JavaScript found in YAML: it gets none.
 */
export const lazyFrontMatter = {
  name: 'lazy-front-matter',
  setup(build) {
    build.onResolve({ filter: /^(yaml|gray-matter)$/ }, ({ path, namespace }) =>
      namespace === 'lazy-package' ? undefined : { path, namespace: 'lazy-package' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-package' }, ({ path }) => ({
      contents:
        path === 'yaml'
          ? atFirstUse(path)
          : `module.exports = (...given) => require('${path}')(...given);`,
      resolveDir: here,
    }));
    build.onResolve({ filter: /^esprima$/ }, ({ path }) => ({ path, namespace: 'no-esprima' }));
    build.onLoad({ filter: /.*/, namespace: 'no-esprima' }, () => ({ contents: '' }));
  },
};

/** A module that loads another when one of its functions is used. */
function atFirstUse(module) {
  // Behind a prototype: esbuild copies what an object has itself for everyone who imports it.
  return `module.exports = Object.create(
    new Proxy({}, { get: (_, name) => require('${module}')[name] }));`;
}

/** A program need not know how to load commands that it never runs. */
export function onlyCommands(commands) {
  const others = new RegExp(
    `\\bload: \\(\\) => import\\('\\.\\./commands/(?!(${commands.join('|') || '-'})\\.js)[^)]*\\),?`,
    'g',
  );
  return {
    name: 'only-commands',
    setup(build) {
      build.onLoad({ filter: /src[\\/]cli[\\/]start[\\/]catalogue\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll(others, ''),
        loader: 'ts',
      }));
    },
  };
}

/** Packages that are bundled into files beside the programs, `<name>.cjs`. */
export function besideThePrograms(names) {
  return {
    name: 'beside-the-programs',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path }) => ({
        path: `./${path}.cjs`,
        external: true,
      }));
    },
  };
}

/**
 * better-sqlite3's JavaScript is put into the programs: loading its files one by one costs Node
 * 8 ms. Only the native file stays where npm put it. Where another version is installed than the
 * one that was bundled, that one is loaded as ever.
 */
export const sqliteInside = {
  name: 'sqlite-inside',
  setup(build) {
    const { version } = createRequire(import.meta.url)('better-sqlite3/package.json');
    build.onResolve({ filter: /^sqlite-folder$/ }, ({ path }) => ({ path, namespace: path }));
    build.onLoad({ filter: /.*/, namespace: 'sqlite-folder' }, () => ({
      contents: SQLITE_FOLDER,
      resolveDir: here,
    }));
    build.onLoad({ filter: /src[\\/]store[\\/]file[\\/]sqlite-library\.ts$/ }, ({ path }) => ({
      contents: `import { installed } from 'sqlite-folder';
        const outside = (name) => require(name);
        export const installedSqlite = () => installed().version;
        export const loadLibrary = () =>
          installed().version === '${version}' ? require('better-sqlite3') : outside('better-sqlite3');`,
      resolveDir: dirname(path),
    }));
    // Version 12 finds its native file by this package, version 13 from where its file lies.
    build.onResolve({ filter: /^bindings$/ }, ({ path }) => ({ path, namespace: 'native-file' }));
    build.onLoad({ filter: /.*/, namespace: 'native-file' }, () => ({
      contents: `const { installed } = require('sqlite-folder');
        module.exports = (name) => require(installed().folder + '/build/Release/' + name);`,
      resolveDir: here,
    }));
    build.onLoad({ filter: /better-sqlite3[\\/]lib[\\/]binding\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        '__dirname',
        "require('sqlite-folder').installed().folder + '/lib'",
      ),
    }));
  },
};

/** Where better-sqlite3 lies and its version: beside viva as a rule, so Node need not search. */
const SQLITE_FOLDER = `
  const { readFileSync } = require('node:fs');
  const { dirname, join } = require('node:path');
  let known;
  export function installed() {
    try {
      known ??= read(join(__dirname, '..', 'node_modules', 'better-sqlite3'));
    } catch {
      known = read(dirname(require.resolve('better-sqlite3/package.json')));
    }
    return known;
  }
  function read(folder) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder, version };
  }`;
