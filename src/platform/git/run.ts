import { spawn } from 'node:child_process';
import { VivaError } from '../../model/error.js';
import { GIT_SETTINGS, gitEnvironment } from './environment.js';
import { gitSentence } from './sentence.js';

/** What git said where it failed: its own words, of which `sentence` is the one for a person. */
export class GitError extends Error {
  readonly output: string;

  /** Takes all that git wrote. */
  constructor(output: string) {
    super(gitSentence(output));
    this.output = output;
  }
}

/** How git is to be run. */
export interface GitOptions {
  /** The folder of the repository; of none where that is not there. */
  readonly repository: string;
  readonly input?: Uint8Array | string;
  /** Further variables, such as GIT_INDEX_FILE. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A repository on this machine would run its hooks when it is pushed to. */
export const QUIET_RECEIVER = '--receive-pack=git -c core.hooksPath=/dev/null receive-pack';

/**
 * Runs the person's git without a shell and returns what it writes. Arguments
 * are the caller's own: what comes from elsewhere stands behind `--`. Throws
 * GitError, and VivaError 'git-missing' where there is no git.
 */
export async function runGit(
  args: readonly string[],
  { repository, input = '', env = {} }: GitOptions,
): Promise<Buffer> {
  const child = spawn('git', [...GIT_SETTINGS, ...args], {
    env: { ...gitEnvironment(repository, { env: process.env, mayAsk: false }), ...env },
    shell: false,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // It may end before it has read everything; its status says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => reject(missing(error)));
    child.on('close', resolve);
  });
  if (status === 0) return Buffer.concat(output);
  throw new GitError(Buffer.concat([...output, ...errors]).toString('utf8'));
}

function missing(cause: Error): VivaError {
  return new VivaError(
    'git-missing',
    'Git is needed for this, and it is not installed or cannot be run.',
    'Install git (https://git-scm.com), then run the command again.',
    { cause },
  );
}
