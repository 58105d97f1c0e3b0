import { posix, win32 } from 'node:path';
import { VivaError } from '../model/error.js';
import { type Programs, programsOn } from './programs.js';

/**
 * Splits an `$EDITOR` value into program and arguments: blanks part words,
 * quotes hold them together. No shell is involved, so nothing in it expands.
 */
export function splitCommand(text: string): string[] {
  const words: string[] = [];
  const pattern = /(?:"([^"]*)"|'([^']*)'|([^\s"']+))+/g;
  for (const match of text.matchAll(pattern)) {
    words.push(match[0].replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  }
  return words;
}

/** They draw on the terminal that they are started in. */
const TERMINAL_EDITOR = /^(vi|vim|nvim|view|nano|pico|micro|kak|joe|ne|mg)$/;
const HELIX = /^(hx|helix)$/;

/** Returns the arguments by which an editor of a platform opens a file at a 1-based line. */
export function editorArguments(
  platform: NodeJS.Platform,
  program: string,
  file: string,
  line: number,
): string[] {
  const { resolve } = platform === 'win32' ? win32 : posix;
  // An absolute path never starts with a dash, so no editor can take it for an option.
  const path = resolve(file);
  const name = editorName(platform, program);
  if (/^(code|codium|code-insiders|cursor|windsurf)$/.test(name)) {
    return ['--wait', '--goto', `${path}:${line}`];
  }
  // These come back at once where they are not told to wait.
  if (/^(subl|zed)$/.test(name)) return ['--wait', `${path}:${line}`];
  if (/^(mate|gedit)$/.test(name)) return ['--wait', path];
  if (name === 'kate') return ['--block', '--line', `${line}`, path];
  if (/^(gvim|mvim)$/.test(name)) return ['-f', `+${line}`, path];
  if (HELIX.test(name)) return [`${path}:${line}`];
  if (name === 'emacs' || name === 'emacsclient' || TERMINAL_EDITOR.test(name)) {
    return [`+${line}`, path];
  }
  return [path];
}

/** Its name as the lists above have it: Windows knows programs by their endings, and not by case. */
function editorName(platform: NodeJS.Platform, program: string): string {
  if (platform !== 'win32') return posix.basename(program);
  return win32
    .basename(program)
    .toLowerCase()
    .replace(/\.(exe|com|cmd|bat)$/, '');
}

/** Returns what opens a file at a 1-based line, as `openInEditor` does. */
export async function editorOn(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  hasTerminal = true,
): Promise<(file: string, line: number) => void> {
  const { spawnSync: run } = await programsOn(platform);
  return (file, line) => openInEditor({ platform, env, hasTerminal, run }, file, line);
}

/** How editors are started here. */
interface Starting {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly hasTerminal: boolean;
  readonly run: Programs['spawnSync'];
}

/**
 * Opens a file in `$VISUAL` or `$EDITOR` (else `vi`, on Windows `notepad`) and waits until it is
 * closed. Throws `editor-failed` when it cannot start or ends with an error, and `no-terminal`
 * where it would wait for ever, as it draws on a terminal and there is none.
 */
function openInEditor(
  { platform, env, hasTerminal, run }: Starting,
  file: string,
  line: number,
): void {
  const command = env.VISUAL || env.EDITOR || (platform === 'win32' ? 'notepad' : 'vi');
  const [program, ...given] = splitCommand(command);
  if (program === undefined) throw editorError(command, 'does not name a program');
  const name = editorName(platform, program);
  if (!hasTerminal && (TERMINAL_EDITOR.test(name) || HELIX.test(name))) throw noTerminal(name);
  const result = run(program, [...given, ...editorArguments(platform, program, file, line)], {
    stdio: 'inherit',
    shell: false,
  });
  if (result.error) throw editorError(command, startFailure(result.error));
  if (result.status === null) throw editorError(command, `was ended by ${result.signal}`);
  if (result.status !== 0) throw editorError(command, `exited with status ${result.status}`);
}

function noTerminal(editor: string): VivaError {
  return new VivaError(
    'no-terminal',
    `The editor "${editor}" needs a terminal for both input and output.`,
    'Run it in a terminal, or set EDITOR to an editor with a window: EDITOR="code --wait".',
  );
}

/** Why it did not start; of a program that is not there in words that fit a screen's line. */
function startFailure(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? 'was not found' : `could not be started: ${error.message}`;
}

function editorError(command: string, why: string): VivaError {
  return new VivaError(
    'editor-failed',
    `The editor "${command}" ${why}.`,
    'Set EDITOR to an installed program: EDITOR=nano.',
  );
}
