import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectText, installedVersion, outdated, replaceIn } from './expect.mjs';

/** By version where it loads its native file: 12 by a package, 13 from where its own file lies. */
const NATIVE_AT = {
  12: ['lib/database.js', "DEFAULT_ADDON = require('bindings')("],
  13: ['lib/binding.js', 'DEFAULT_ADDON = require('],
};
const here = dirname(fileURLToPath(import.meta.url));

/**
 * better-sqlite3 12 and 13. Its JavaScript is put into the programs, for loading its dozen files
 * one by one costs Node 8 ms; only the native file is loaded from where npm put it. Where another
 * version is installed than was bundled, that one is loaded as ever. Either tells its version,
 * which Node would search for as long again.
 * Can go when better-sqlite3 is one file of JavaScript.
 */
export const betterSqlite3 = {
  name: 'better-sqlite3',
  setup(build) {
    const version = installedVersion('better-sqlite3');
    const native = NATIVE_AT[Number.parseInt(version, 10)];
    if (native === undefined) throw outdated('better-sqlite3', '12 and 13', version);
    expectText('better-sqlite3', ...native);
    module(build, 'sqlite-folder', /^sqlite-folder$/, SQLITE_FOLDER);
    module(build, 'sqlite-chosen', /^better-sqlite3$/, chosen(version));
    module(build, 'sqlite-native', /^bindings$/, NATIVE);
    // Made when a backup is, which is seldom.
    build.onLoad({ filter: /better-sqlite3[\\/]lib[\\/]methods[\\/]backup\.js$/ }, ({ path }) => ({
      contents: replaceIn(path, [
        'promisify(fs.access)',
        '(...given) => promisify(fs.access)(...given)',
      ]),
    }));
    if (Number.parseInt(version, 10) > 12) {
      build.onLoad({ filter: /better-sqlite3[\\/]lib[\\/]database\.js$/ }, ({ path }) => ({
        contents: replaceIn(path, [
          'function rowFactory(',
          `${ROW_FACTORY}function compiledFactory(`,
        ]),
      }));
    }
    build.onLoad({ filter: /better-sqlite3[\\/]lib[\\/]binding\.js$/ }, ({ path }) => ({
      contents: replaceIn(
        path,
        [/(?<=DEFAULT_ADDON = )require(?=\()/g, "require('sqlite-folder').native"],
        ['__dirname', "require('sqlite-folder').installed().folder + '/lib'"],
      ),
    }));
  },
};

/** Version 13 compiles a function for each statement that gives objects; that pays where it reads many rows. */
const ROW_FACTORY = `
  function rowFactory(...keys) {
    let few = 256;
    let compiled;
    return (...values) => {
      if (few === 0) return (compiled ??= compiledFactory(...keys))(...values);
      few -= 1;
      const row = {};
      for (let i = 0; i < keys.length; ++i) row[keys[i]] = values[i];
      return row;
    };
  }
  `;

/** Puts a text in the place of what is imported by a name, except within that text itself. */
function module(build, namespace, filter, contents) {
  build.onResolve({ filter }, (found) =>
    found.namespace === namespace ? undefined : { path: found.path, namespace },
  );
  build.onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: here }));
}

/** The bundled package where that version is installed, else the installed one. */
const chosen = (version) => `
  const { installed } = require('sqlite-folder');
  const outside = (name) => require(name);
  module.exports = installed().version === '${version}'
    ? require('better-sqlite3') : outside('better-sqlite3');
  module.exports.version = installed().version;`;

const NATIVE = `
  const { installed, native } = require('sqlite-folder');
  module.exports = (name) => native(installed().folder + '/build/Release/' + name);`;

/** Where better-sqlite3 lies and its version: beside viva as a rule, so Node need not search. */
const SQLITE_FOLDER = `
  const { readFileSync } = require('node:fs');
  const { dirname, join, toNamespacedPath } = require('node:path');
  let known;
  // As require does it, but for the search for a file that is known.
  export function native(path) {
    const loaded = { exports: {} };
    process.dlopen(loaded, toNamespacedPath(path));
    return loaded.exports;
  }
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
