import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { patches } from '../patches/list.mjs';
import { node } from '../patches/node@20-26.mjs';
import { vegaCanvas } from '../patches/vega-canvas@2.0.0.mjs';
import { DEFERRED, deferred } from './deferred.mjs';
import {
  BACKUP,
  COMMANDS,
  COMMON,
  COMPLETE,
  inDist,
  LOOKUP,
  OVERVIEW,
  programText,
  SHEBANG,
  UNKNOWN,
  virtual,
} from './options.mjs';
import { splitProgram } from './split.mjs';

const OPTIONS = {
  ...COMMON,
  // Node loads CommonJS in half the time of as many modules.
  format: 'cjs',
  supported: { 'dynamic-import': false },
  external: ['@open-spaced-repetition/binding', 'better-sqlite3/package.json'],
  define: {
    ...COMMON.define,
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
};

/**
 * The programs and their commands. Daily ones are small; those that share most of their code share
 * a program; `all` has every command, for it completes their flags, and so runs the seldom ones.
 */
const PROGRAMS = {
  due: ['due'],
  list: ['list', 'grade'],
  review: ['review', 'interview', 'browse', 'show', 'stats'],
  import: ['import', 'lint', 'convert', 'export'],
  sync: ['sync'],
  mcp: ['mcp'],
};
/** Programs so short that what a run does not need is worth a file of its own. */
const SPLIT = {
  due: {
    /** Each run imports these. */
    always: ['cli/commands/due', 'store/open', 'app/upkeep/backup', 'store/upkeep/backup-folder'],
    /** Most runs call nothing of these, beside what is deferred in every program. */
    deferred: [
      'app/cards/no-match',
      'app/cards/select',
      'app/plan/day',
      'app/upkeep/backup-rotation',
      'cli/render/plan-json',
      'cli/start/standard-input',
      'deck/text/encodings',
      'model/text/requirement',
      'platform/detached',
      'platform/device-file',
      'query/nearest',
      'query/parse',
      'query/text-match',
      'schedule/engine',
      'schedule/preview',
      'schedule/recall-gain',
      'store/file/move-aside',
      'store/file/sqlite-error',
      'store/journal/refresh-projection',
      'store/library/modules',
      'store/query/sort-sql',
      'store/query/sql',
      'store/queue/pools',
      'store/rest',
      'store/sync/sync',
      'store/tables/event-writer',
      'store/tables/ulid',
      'store/upkeep/restore',
    ],
  },
  sync: {
    always: [
      'cli/commands/sync',
      'cli/start/live-sync',
      'store/open',
      'app/upkeep/backup',
      'store/upkeep/backup-folder',
    ],
    /** Where there is nothing to do. */
    deferred: [
      'app/sync/init',
      'app/sync/status',
      'app/sync/tidy',
      'cli/commands/sync/secrets',
      'deck/identity/first-versions',
      'schedule/engine',
      'store/journal/refresh-projection',
      'store/rest',
      'store/sync/unsent',
      'sync/segment',
    ],
  },
};
/**
 * Characters from which V8 keeps a text apart from what is young. A little shorter, it would fill the
 * megabyte of the young by an eighth, and a start would have to collect its garbage.
 */
const LARGE = 128 * 1024;
/** Packages in files of their own, for few need them. */
const SHARED = ['vega', 'age-encryption'];

/** Bundles the programs, the starter and the shared packages, with all patches but those named. */
export async function buildPrograms(without) {
  const texts = { complete: COMPLETE, overview: OVERVIEW, unknown: UNKNOWN };
  for (const [name, commands] of Object.entries(PROGRAMS)) texts[name] = programText(commands);
  // Completion knows the flags of every command, so it shares their program.
  texts.all = `import { splitCommandLine } from './src/cli/start/command-line.js';
    const argv = process.argv.slice(2);
    if (argv[0] === 'complete') void import('program:complete');
    else if (splitCommandLine(argv).unknown !== null) void import('program:unknown');
    else void import('program:commands');`;
  texts.commands = programText(COMMANDS);
  await Promise.all([
    buildSeldom(),
    ...[...Object.keys(PROGRAMS), 'overview', 'all'].map((name) =>
      buildProgram(name, texts, without),
    ),
    ...SHARED.map(buildShared),
    buildThreads(without),
  ]);
  const files = readdirSync(inDist('')).filter((name) => name.endsWith('.cjs'));
  const hash = createHash('sha256');
  for (const file of files) hash.update(toAscii(inDist(file)));
  await buildStarter(hash.digest('hex').slice(0, 12));
}

/**
 * esbuild leaves regular expressions as they are. With nothing but ASCII, Node reads a program
 * in a third of the time, and V8 holds it in half the memory.
 */
function toAscii(path) {
  const text = readFileSync(path, 'utf8');
  if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${path}: an escaped letter that is not ASCII`);
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const ascii = text.replaceAll(/[^\0-\x7f]/g, escaped);
  writeFileSync(path, ascii);
  return ascii;
}

/** Compiled code is kept under the name of the build. */
function buildStarter(name) {
  // `all` runs what no other program does.
  const chosen = Object.entries({ all: ['complete', 'unknown', ...COMMANDS], ...PROGRAMS }).flatMap(
    ([program, commands]) => commands.map((command) => [command, program]),
  );
  const VIVA_PROGRAMS = JSON.stringify(JSON.stringify(Object.fromEntries(chosen)));
  return build({
    ...OPTIONS,
    define: { ...OPTIONS.define, VIVA_PROGRAMS, VIVA_BUILD: JSON.stringify(name) },
    entryPoints: ['src/main.ts'],
    outfile: 'dist/viva.cjs',
    external: ['./seldom.cjs'],
    banner: { js: SHEBANG },
    plugins: [node],
  });
}

/** What the starter needs for few command lines. */
function buildSeldom() {
  return build({
    ...OPTIONS,
    entryPoints: ['src/cli/start/seldom.ts'],
    outfile: 'dist/seldom.cjs',
    plugins: [node],
  });
}

/** The threads that work beside the screen. */
function buildThreads(without) {
  return build({
    ...OPTIONS,
    entryPoints: ['lookup', 'backup'].map((name) => ({ in: `program:${name}`, out: name })),
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    plugins: [virtual({ lookup: LOOKUP, backup: BACKUP }), ...patches(() => {}, without)],
  });
}

/** Makes a function of what a CommonJS module knows, as src/cli/start/run-program.ts calls it. */
async function buildProgram(name, texts, without) {
  const onWasm = (wasm) => writeFileSync(inDist('yoga.wasm'), wasm);
  const options = {
    ...OPTIONS,
    entryPoints: [{ in: `program:${name}`, out: name }],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    banner: { js: '(function(exports,require,module,__filename,__dirname){' },
    footer: { js: '})' },
    plugins: [virtual(texts), besideThePrograms(SHARED), ...patches(onWasm, without)],
  };
  const split = SPLIT[name];
  if (split === undefined) {
    return build({ ...options, plugins: [deferred(DEFERRED), ...options.plugins] });
  }
  const { program, later } = await splitProgram(options, name, split.always, [
    ...DEFERRED,
    ...split.deferred,
  ]);
  const text = `${options.banner.js}${program}${options.footer.js}`;
  writeFileSync(inDist(`${name}.cjs`), text.padEnd(LARGE));
  writeFileSync(inDist(`${name}-later.cjs`), `((__dirname,__filename)=>${later})`);
}

function buildShared(name) {
  return build({
    ...OPTIONS,
    entryPoints: [name],
    outfile: `dist/${name}.cjs`,
    plugins: [vegaCanvas],
  });
}

/** Packages that are bundled into files beside the programs, `NAME.cjs`. */
function besideThePrograms(names) {
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
