// A program in two files: what every run of it loads, and what is loaded where it is asked for.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { atFirstUse } from '../patches/lazy.mjs';
import { deferred } from './deferred.mjs';

const SCHEMA = /[\\/]src[\\/]model[\\/]schema\.js$/;
const SCHEMA_LATER = join(dirname(fileURLToPath(import.meta.url)), 'schema-later.cjs');

/** What is asked for by name, in parts of its own: deferred modules, and what stands in for packages. */
const LATER = 'later:';
const PACKAGES = {
  'later-schema': "export * from './src/model/schema.ts';",
  'later-ts-fsrs': "export * from 'ts-fsrs';",
};

/**
 * Bundles a program into parts, as esbuild splits it at dynamic imports and at deferred modules.
 * Returns the texts of two files: the parts that the program imports at once or that `always`
 * names (each run imports them), and all others, which are not even read until one is asked for.
 */
export async function splitProgram(options, name, always, deferredModules) {
  const named = {
    ...PACKAGES,
    ...Object.fromEntries(
      deferredModules.map((place) => [partName(place), `export * from './src/${place}.ts?now';`]),
    ),
  };
  const entries = Object.keys(named).map((out) => ({ in: `${LATER}${out}`, out }));
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [...options.entryPoints, ...entries],
    format: 'esm',
    // Where it is split; each part becomes CommonJS below.
    supported: {},
    splitting: true,
    chunkNames: `${name}-[hash]`,
    outExtension: { '.js': '.js' },
    banner: {},
    footer: {},
    write: false,
    metafile: true,
    plugins: [asParts(named), deferred(deferredModules), ...options.plugins],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [fileName(path), text]));
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [fileName(path), output]),
  );
  const isAlways = ({ entryPoint }) => always.some((place) => entryPoint === `src/${place}.ts`);
  const first = [...outputs].filter(([, output]) => isAlways(output)).map(([part]) => part);
  if (first.length !== always.length) throw new Error(`not all of ${always} are parts of ${name}`);
  const atOnce = reachable(
    outputs,
    [`${name}.js`, ...first],
    (kind) => kind === 'import-statement',
  );
  const ever = reachable(outputs, [`${name}.js`, ...askedFor(texts)], () => true);
  const later = [...ever].filter((part) => !atOnce.has(part));
  // What is asked of the first file by the second, or by `import()`.
  const asked = [...atOnce].filter((part) =>
    [...ever].some((other) => asks(outputs.get(other), part, later.includes(other))),
  );
  const given = new Map(asked.map((part) => [part, outputs.get(part).exports]));
  const own = new Map([...atOnce].map((part) => [part, texts.get(part)]));
  const functions = await Promise.all(
    later.map(
      async (part) => `${JSON.stringify(`./${part}`)}:${await asFunction(texts.get(part))}`,
    ),
  );
  return {
    program: `${PART}${await joined(name, own, given)}`,
    later: `{${await sharedHelpers()}return({${functions.join(',\n')}})}`,
  };
}

const asks = ({ imports }, part, isLater) =>
  imports.some(
    ({ path, kind }) => fileName(path) === part && (isLater || kind === 'dynamic-import'),
  );

const partName = (place) => `later-${place.replaceAll('/', '-')}`;
const fileName = (path) => path.split(/[\\/]/).at(-1);

/** Makes each of these texts a part of its own, that is required by its name; packages by stand-ins. */
const asParts = (texts) => ({
  name: 'as-parts',
  setup(build) {
    build.onResolve({ filter: /\?now$/, namespace: 'file' }, ({ path, resolveDir, kind }) => {
      if (kind !== 'require-call') return undefined;
      const [, place] = /[\\/]src[\\/](.*)\.ts\?now$/.exec(`${resolveDir}/${path.slice(2)}`);
      return { path: `./${partName(place.replaceAll('\\', '/'))}.js`, external: true };
    });
    build.onResolve({ filter: /^\.\/later-[\w-]+\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: new RegExp(`^${LATER}`) }, ({ path }) => ({
      path: path.slice(LATER.length),
      namespace: 'later',
    }));
    build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: texts[path],
      resolveDir: process.cwd(),
    }));
    build.onResolve({ filter: /^ts-fsrs$/, namespace: 'file' }, () => ({
      path: 'ts-fsrs',
      namespace: 'package-later',
    }));
    build.onLoad({ filter: /.*/, namespace: 'package-later' }, () => ({
      contents: atFirstUse('./later-ts-fsrs.js'),
    }));
    build.onResolve({ filter: /[\\/]schema\.js$/ }, ({ path, resolveDir, namespace }) => {
      const isOurs = namespace === 'file' && SCHEMA.test(join(resolveDir, path));
      return isOurs ? { path: SCHEMA_LATER } : undefined;
    });
  },
});

/** The parts that others require by name, as no import tells. */
function askedFor(texts) {
  const named = [...texts.values()].flatMap((text) => [
    ...text.matchAll(/["'`]\.\/(later-[\w-]+\.js)["'`]/g),
  ]);
  return named.map(([, part]) => part);
}

function reachable(outputs, from, follows) {
  const found = new Set();
  const visit = (part) => {
    if (found.has(part)) return;
    const output = outputs.get(part);
    if (output === undefined) return;
    found.add(part);
    for (const { path, kind, external } of output.imports)
      if (!external && follows(kind)) visit(fileName(path));
  };
  for (const part of from) visit(part);
  return found;
}

const AS_COMMONJS = {
  format: 'cjs',
  target: 'node20.19',
  supported: { 'dynamic-import': false },
};

/** What esbuild puts before a module that becomes CommonJS: functions that all parts can share. */
const HELPERS = /^(?:var __\w+ = [\s\S]*?;\n(?=[^\s})]))+/;
/** It copies what a module exports to another object, with a getter for each name; `exports` will do. */
const COPY = 'module.exports = __toCommonJS(stdin_exports);\n';

async function asFunction(text) {
  const { code } = await transform(text, AS_COMMONJS);
  const body = code
    .replace(HELPERS, '')
    .replace(COPY, '__defProp(exports, "__esModule", { value: true });\n')
    .replace('var stdin_exports = {};\n', 'const stdin_exports = exports;\n');
  const lean = await transform(body, { ...AS_COMMONJS, minify: true });
  return `function(exports,require,module){${lean.code}}`;
}

/** Returns the functions that the parts share, as esbuild writes them. */
async function sharedHelpers() {
  const all = "import a from 'a'; import * as b from 'b'; export const c = [a, b];";
  const [helpers] = HELPERS.exec((await transform(all, AS_COMMONJS)).code);
  return (await transform(helpers, { minifyWhitespace: true, minifySyntax: true })).code;
}

/** Gives a part by its name: of this file, of the second one, which is then loaded, or of Node. */
const PART = `const made={};let later,give;
function part(name){if(!name.startsWith('./'))return require(name);
if(made[name]!==undefined)return made[name].exports;
const own=give(name);if(own!==undefined)return(made[name]={exports:own}).exports;
const run=(later??=require.later()(__dirname,__filename))[name];
if(run===undefined)return require(name);
const module=made[name]={exports:{}};run(module.exports,part,module);
return module.exports}
part.resolve=require.resolve;
`;

/**
 * Returns the text of one function of all these parts, which share their names: asking another part
 * for a value through an object of its exports costs more than what is done with it. Only what is
 * `given` to others can be asked for by a part's name.
 */
async function joined(name, texts, given) {
  const entry = [...given].map(([part, names], n) => {
    const list = names.map((each, i) => `${each} as p${n}_${i}`);
    return `import { ${list.join(', ')} } from './${part}';`;
  });
  const cases = [...given].map(([part, names], n) => {
    const getters = names.map((each, i) => `get ${each}() { return p${n}_${i} }`);
    return `case './${part}': return { __esModule: true, ${getters.join(', ')} };`;
  });
  // A function that is not called is not compiled, nor are those within it.
  const isOwn = ([part]) =>
    [...texts.values()].some((text) => text.includes(`import("./${part}")`));
  const [own, others] = [true, false].map((yes) =>
    cases.filter((_, n) => isOwn([...given][n]) === yes).join('\n'),
  );
  const text = `import './${name}.js';
    ${entry.join('\n')}
    const others = (name) => { switch (name) { ${others} } };
    give = (name) => { switch (name) { ${own} default: return others(name) } };`;
  const { outputFiles } = await build({
    ...AS_COMMONJS,
    stdin: { contents: text },
    bundle: true,
    platform: 'node',
    minify: true,
    write: false,
    logLevel: 'warning',
    plugins: [ofTexts(texts)],
  });
  return `(function(require){${outputFiles[0].text}})(part);`;
}

const ofTexts = (texts) => ({
  name: 'of-texts',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
      kind === 'import-statement'
        ? { path: fileName(path), namespace: 'part' }
        : { path, external: true },
    );
    build.onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
      contents: texts.get(path),
    }));
  },
});
