// Bundles the commands into programs in dist/, and the starter that picks one.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  besideThePrograms,
  lazyFrontMatter,
  lazyNode,
  onlyCommands,
  quickOutput,
  quickWidth,
  sqliteInside,
  withoutDevtools,
  yogaAtOnce,
} from './bundle/plugins.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const options = {
  absWorkingDir: root,
  bundle: true,
  // Node loads CommonJS in half the time of as many modules.
  format: 'cjs',
  supported: { 'dynamic-import': false },
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  external: ['@open-spaced-repetition/binding', 'better-sqlite3/package.json'],
  define: {
    VIVA_VERSION: JSON.stringify(version),
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  logLevel: 'warning',
};
/**
 * The programs and their commands. Daily ones are small; those that share most of their code share
 * a program; `all` has every command, for it completes their flags, and so runs the seldom ones.
 */
const PROGRAMS = {
  overview: [],
  due: ['due', 'list', 'grade'],
  review: ['review', 'interview', 'show', 'stats'],
  import: ['import', 'lint', 'convert', 'export'],
  all: readdirSync(join(root, 'src', 'cli', 'commands')).map((file) => basename(file, '.ts')),
};
/** Packages in files of their own, for few need them. */
const SHARED = ['vega'];

const programs = {
  name: 'programs',
  setup(build) {
    build.onResolve({ filter: /^program:/ }, ({ path }) => ({ path, namespace: 'program' }));
    build.onLoad({ filter: /.*/, namespace: 'program' }, ({ path }) => ({
      contents: programText(path.slice('program:'.length)),
      loader: 'ts',
      resolveDir: root,
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await Promise.all([
  buildStarter(),
  ...Object.entries(PROGRAMS).map(([name, commands]) => buildProgram(name, commands)),
  ...SHARED.map(buildShared),
]);
for (const file of readdirSync(dist).filter((name) => name.endsWith('.cjs')))
  toAscii(join(dist, file));

/**
 * esbuild leaves regular expressions as they are. With nothing but ASCII, Node reads a program
 * in a third of the time, and V8 holds it in half the memory.
 */
function toAscii(path) {
  const text = readFileSync(path, 'utf8');
  if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${path}: an escaped letter that is not ASCII`);
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, text.replaceAll(/[^\0-\x7f]/g, escaped));
}

function buildStarter() {
  const entryPoints = ['src/main.ts'];
  const { overview: _, ...programs } = PROGRAMS;
  // The first that has a command runs it.
  const chosen = Object.entries(programs)
    .reverse()
    .flatMap(([program, commands]) => commands.map((command) => [command, program]));
  const VIVA_PROGRAMS = JSON.stringify({ complete: 'all', ...Object.fromEntries(chosen) });
  return build({
    ...options,
    define: { ...options.define, VIVA_PROGRAMS },
    entryPoints,
    outfile: 'dist/viva.cjs',
    plugins: [onlyCommands([]), lazyNode],
  });
}

/** A function of what a CommonJS module knows, as src/cli/start/run-program.ts calls it. */
function buildProgram(name, commands) {
  return build({
    ...options,
    entryPoints: [{ in: `program:${name}`, out: name }],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    banner: { js: '(function(exports,require,module,__filename,__dirname){' },
    footer: { js: '})' },
    plugins: [
      onlyCommands(commands),
      programs,
      lazyFrontMatter,
      lazyNode,
      quickOutput,
      quickWidth,
      sqliteInside,
      withoutDevtools,
      besideThePrograms(SHARED),
      yogaAtOnce((wasm) => writeFileSync(join(dist, 'yoga.wasm'), wasm)),
    ],
  });
}

function buildShared(name) {
  return build({
    ...options,
    entryPoints: [name],
    outfile: `dist/${name}.cjs`,
    // Vega draws on a canvas where one is installed; here it writes SVG.
    plugins: [{ name: 'without-canvas', setup: withoutCanvas }],
  });
}

function withoutCanvas(build) {
  build.onLoad({ filter: /vega-canvas\.node\.js$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replace("await import('canvas')", 'undefined'),
  }));
}

function programText(name) {
  if (name === 'overview') {
    return `import { runOverview } from './src/cli/start/overview.js';
      void runOverview(process.argv.slice(2), VIVA_VERSION);`;
  }
  const complete = `if (process.argv[2] === 'complete') {
    void import('./src/cli/start/complete-process.js').then(({ completeProcess }) =>
      completeProcess(process.argv.slice(2)));
  } else`;
  return `import { CATALOGUE } from './src/cli/start/catalogue.js';
    import { splitCommandLine } from './src/cli/start/command-line.js';
    import { runProcess } from './src/cli/start/live.js';
    ${name === 'all' ? complete : ''} {
      const argv = process.argv.slice(2);
      const { name } = splitCommandLine(argv);
      void CATALOGUE.find((entry) => entry.name === name).load().then(({ command }) =>
        runProcess(argv, VIVA_VERSION, command));
    }`;
}
