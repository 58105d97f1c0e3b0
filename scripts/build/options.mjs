import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FSRSVersion } from 'ts-fsrs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const DIST = join(ROOT, 'dist');

/** Returns the path of a file in dist/. */
export const inDist = (name) => join(DIST, name);

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What both kinds of build ask of esbuild. */
export const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  define: {
    VIVA_VERSION: JSON.stringify(version),
    VIVA_FSRS: JSON.stringify(FSRSVersion),
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
  },
  logLevel: 'warning',
};

/** The first line of what the shell runs. */
export const SHEBANG = '#!/usr/bin/env node';

/** Every command by the name of its file; a folder beside it holds parts of it. */
export const COMMANDS = readdirSync(join(ROOT, 'src', 'cli', 'commands'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));

/** Returns the text of a program that runs the command of its command line. */
export function programText(commands) {
  const loaders = commands.map((name) => `${name}: () => import('./src/cli/commands/${name}.js')`);
  return `import { splitCommandLine } from './src/cli/start/command-line.js';
    import { runProcess } from './src/cli/start/live.js';
    const argv = process.argv.slice(2);
    const load = { ${loaders.join(', ')} }[splitCommandLine(argv).name];
    void load().then(({ command }) => runProcess(argv, VIVA_VERSION, command));`;
}

/** The program that prints the help of all commands. */
export const OVERVIEW = `import { runOverview } from './src/cli/start/overview.js';
  void runOverview(process.argv.slice(2), VIVA_VERSION, VIVA_FSRS);`;

/** The program that says of a word that it is no command. */
export const UNKNOWN = `import { refuseWord } from './src/cli/start/refuse.js';
  void refuseWord(process.argv.slice(2), VIVA_VERSION);`;

/** The program that answers the shell when Tab is pressed. */
export const COMPLETE = `import { completeProcess } from './src/cli/start/complete-process.js';
  void completeProcess(process.argv.slice(2));`;

/** The thread that looks cards up for the browser; see src/platform/lookup.ts. */
export const LOOKUP = `import { answerLookups } from './src/cli/start/lookup-thread.js';
  answerLookups();`;

/** The thread that makes the day's backup; see src/platform/backup-thread.ts. */
export const BACKUP = `import { backUpHere } from './src/cli/start/backup-thread.js';
  void backUpHere();`;

/** Returns a plugin that makes modules of texts, imported as `program:NAME`. */
export function virtual(texts) {
  return {
    name: 'programs',
    setup(build) {
      build.onResolve({ filter: /^program:/ }, ({ path }) => ({ path, namespace: 'program' }));
      build.onLoad({ filter: /.*/, namespace: 'program' }, ({ path }) => ({
        contents: texts[path.slice('program:'.length)],
        loader: 'ts',
        resolveDir: ROOT,
      }));
    },
  };
}
