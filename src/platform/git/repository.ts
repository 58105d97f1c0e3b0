import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { VivaError } from '../../model/error.js';
import { GIT_SETTINGS, type GitWorld, gitEnvironment } from './environment.js';
import { gitSentence } from './sentence.js';

/** Longer answers are no list of files that a person could want to learn. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 15 * 60_000;

/** One file of a commit. */
export interface TreeFile {
  readonly path: string;
  readonly id: string;
  readonly bytes: number;
}

/**
 * A bare repository of viva's own, into which one commit of another is fetched. Git runs
 * without a shell, and nothing is checked out: no filter, hook or attribute has a say.
 */
export class GitRepository {
  readonly #folder: string;
  readonly #world: GitWorld;

  /** Makes an empty repository in a folder that does not exist yet. */
  constructor(folder: string, world: GitWorld) {
    this.#folder = folder;
    this.#world = world;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#run(['init', '--quiet', '--bare', '--template=', '.']);
  }

  /** Returns the id of the commit that an address has as its head; null where it has none. */
  headOf(address: string): string | null {
    const lines = this.#run(['ls-remote', '--', address, 'HEAD']).toString('utf8').split('\n');
    const head = lines.map((line) => line.split('\t')).find(([, name]) => name === 'HEAD');
    return /^[0-9a-f]{40,64}$/.exec(head?.[0] ?? '')?.[0] ?? null;
  }

  /**
   * Fetches the commit that an address has as its head, without what came before it. Returns
   * its id; null where the address has none.
   */
  fetchHead(address: string): string | null {
    try {
      this.#download(address, ['--depth=1']);
    } catch (error) {
      const why = error instanceof VivaError ? error.message : '';
      if (/couldn't find remote ref HEAD/i.test(why)) return null;
      // A server of plain files gives all or nothing.
      if (!/does not support shallow/i.test(why)) throw error;
      this.#download(address, []);
    }
    return this.#run(['rev-parse', '--verify', 'refs/viva/head^{commit}']).toString('utf8').trim();
  }

  #download(address: string, options: readonly string[]): void {
    const always = ['--quiet', '--no-tags', '--no-recurse-submodules', '--force'];
    this.#run(['fetch', ...always, ...options, '--', address, 'HEAD:refs/viva/head']);
  }

  /** The plain files of the commit: no links, no repositories within it. */
  files(): TreeFile[] {
    const listed = this.#run(['ls-tree', '-r', '-l', '-z', '--full-tree', 'refs/viva/head']);
    return listed
      .toString('utf8')
      .split('\0')
      .flatMap((entry) => {
        const read = /^100(?:644|755|664) blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(entry);
        if (read === null) return [];
        const [, id = '', bytes = '', path = ''] = read;
        return [{ path, id, bytes: Number(bytes) }];
      });
  }

  /** Returns the content of files, in their order; all of them are held at once. */
  contents(files: readonly TreeFile[]): Buffer[] {
    const room = files.reduce((sum, { bytes }) => sum + bytes + 200, 1000);
    const input = files.map(({ id }) => `${id}\n`).join('');
    const output = this.#run(['cat-file', '--batch'], input, room);
    let at = 0;
    return files.map(({ bytes }) => {
      // A line with the id, the kind and the size, then the content and a line's end.
      const start = output.indexOf(10, at) + 1;
      at = start + bytes + 1;
      return output.subarray(start, start + bytes);
    });
  }

  #run(args: readonly string[], input = '', maxBuffer = MAX_OUTPUT_BYTES): Buffer {
    const { error, status, stdout, stderr } = spawnSync('git', [...GIT_SETTINGS, ...args], {
      cwd: this.#folder,
      env: gitEnvironment(this.#folder, this.#world),
      input,
      maxBuffer,
      shell: false,
      timeout: TIMEOUT_MS,
      windowsHide: true,
    });
    if (error !== undefined) throw notStarted(error);
    if (status !== 0) throw failed(stderr.toString('utf8'));
    return stdout;
  }
}

function notStarted(error: Error): VivaError {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return new VivaError(
      'source-failed',
      'Git is not installed, or not on the PATH.',
      'Install git, or download the repository and import its folder.',
      { cause: error },
    );
  }
  const why = code === 'ETIMEDOUT' ? 'it took longer than 15 minutes' : error.message;
  return new VivaError(
    'source-failed',
    `Git did not finish: ${why}.`,
    'Try again, or clone the repository yourself and import its folder.',
    { cause: error },
  );
}

function failed(messages: string): VivaError {
  return new VivaError(
    'source-failed',
    `Git could not fetch: ${gitSentence(messages)}.`,
    hintFor(messages),
  );
}

function hintFor(messages: string): string {
  if (/could not read (username|password)|authentication failed|permission denied/i.test(messages))
    return 'Sign in with git first: "git ls-remote ADDRESS" must work.';
  if (/host key verification|certificate/i.test(messages))
    return 'Git does not trust that server: "git ls-remote ADDRESS" must work first.';
  return 'Check the address and the network, then try again.';
}
