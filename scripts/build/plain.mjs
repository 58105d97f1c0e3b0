import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
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

/** Names the program of a command line; see src/main.ts for the one that ships. */
const PLAIN = `import { splitCommandLine } from './src/cli/start/command-line.js';
  import { closeTerminalsAtExit } from './src/platform/hang-up.js';
  const argv = process.argv.slice(2);
  closeTerminalsAtExit(process);
  const { name, unknown } = splitCommandLine(argv);
  if (argv[0] === 'complete') void import('program:complete');
  else if (unknown !== null) void import('program:unknown');
  else if (name === null) void import('program:overview');
  else void import('program:all');`;

/** Bundles everything as ES modules that share their parts, with no package changed. */
export async function buildPlain() {
  await build({
    ...COMMON,
    format: 'esm',
    splitting: true,
    entryPoints: ['plain', 'lookup', 'backup'].map((name) => ({
      in: `program:${name}`,
      out: name,
    })),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    external: [
      '@open-spaced-repetition/binding',
      'better-sqlite3',
      // Wished for by Ink and Vega, and not installed.
      'react-devtools-core',
      'canvas',
    ],
    // Packages of CommonJS ask for parts of Node by require.
    banner: {
      js: "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);",
    },
    plugins: [
      virtual({
        ...{
          plain: PLAIN,
          lookup: LOOKUP,
          backup: BACKUP,
          complete: COMPLETE,
          overview: OVERVIEW,
          unknown: UNKNOWN,
        },
        all: programText(COMMANDS),
      }),
    ],
  });
  writeFileSync(inDist('viva.cjs'), `${SHEBANG}\nimport('./plain.mjs');\n`);
}
