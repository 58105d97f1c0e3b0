import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Publication, Transport } from '../../app/sync/ports.js';
import { VivaError } from '../../model/error.js';
import { kindOf } from '../files.js';
import { GitError, QUIET_RECEIVER, runGit } from '../git/run.js';
import { branchIn, isOvertaken, parseTree } from './git-output.js';
import { type Blob, createKeptLook } from './kept-look.js';

/** What viva knows the remote's branch by in its own repository. */
const SEEN = 'refs/viva/remote';
/** What stands for no blob. */
const NONE = '0'.repeat(40);

const AUTHOR = {
  ...{ GIT_AUTHOR_NAME: 'viva', GIT_AUTHOR_EMAIL: 'viva@localhost' },
  ...{ GIT_COMMITTER_NAME: 'viva', GIT_COMMITTER_EMAIL: 'viva@localhost' },
};

/** The remote as it was last looked at; `oid` is null where it has no commit yet. */
interface Look {
  readonly branch: string;
  readonly oid: string | null;
  readonly files: readonly Blob[];
}

/**
 * Makes the way to a git remote. `folder` holds a bare repository that is viva's
 * own and can be made anew at any time: each look is of the remote's head, and
 * what is published is one commit on top of it, never a merge.
 */
export function gitTransport(url: string, folder: string): Transport {
  const clone = createClone(url, folder);
  let look: Look = { branch: 'refs/heads/main', oid: null, files: [] };
  return {
    list: () =>
      explained(url, async () => {
        look = await clone.look(look);
        return look.files;
      }),
    read: (path) =>
      explained(url, () => {
        const file = look.files.find((each) => each.path === path);
        if (file === undefined) throw new Error(`${path} was not there at the last look`);
        return clone.read(file);
      }),
    publish: (publication) => explained(url, () => clone.publish(publication, look)),
  };
}

/** What git would take a folder for. */
export function kindOfRepository(folder: string): 'bare' | 'working copy' | 'none' {
  const isIn = (name: string) => kindOf(join(folder, name)) !== 'missing';
  if (isIn('.git') || basename(folder) === '.git') return 'working copy';
  return ['HEAD', 'objects', 'refs'].every(isIn) ? 'bare' : 'none';
}

interface Input {
  readonly input?: Uint8Array | string;
  readonly env?: Record<string, string>;
}

type Git = (args: readonly string[], more?: Input) => Promise<Buffer>;

function createClone(url: string, folder: string) {
  const repository = join(folder, 'git');
  const kept = createKeptLook(join(folder, 'look'));
  const git: Git = async (args, more = {}) => runGit(args, { repository, ...more });

  async function fetchHead(branch: string): Promise<string> {
    await git(['fetch', '--quiet', '--no-tags', '--depth=1', '--', url, `+${branch}:${SEEN}`]);
    return lineOf(await git(['rev-parse', '--verify', SEEN]));
  }

  return {
    async look(last: Look): Promise<Look> {
      await makeRepository(git, repository);
      const refs = await git(['ls-remote', '--symref', '--', url, 'HEAD', 'refs/heads/*']);
      const { branch, oid: head } = branchIn(refs.toString('utf8'));
      if (head === null) return { branch, oid: null, files: [] };
      if (head === last.oid) return last;
      const known = kept.filesOf(head);
      if (known !== null) return { branch, oid: head, files: known };
      // It may have moved on since.
      const oid = await fetchHead(branch);
      const files = parseTree((await git(['ls-tree', '-r', '-l', '-z', oid])).toString('utf8'));
      kept.keep(oid, files);
      return { branch, oid, files };
    },
    async read(file: Blob): Promise<Uint8Array> {
      const known = kept.content(file);
      if (known !== null) return known;
      const content = await git(['cat-file', 'blob', file.blob]);
      kept.keepContent(file, content);
      return content;
    },
    /** Returns false where the branch has moved on since the look. */
    async publish(publication: Publication, { branch, oid }: Look): Promise<boolean> {
      const made = await commitOn(oid, publication, git, join(repository, 'viva-index'));
      return push(git, url, `${made}:${branch}`);
    },
  };
}

async function push(git: Git, url: string, what: string): Promise<boolean> {
  try {
    await git(['push', '--porcelain', QUIET_RECEIVER, '--', url, what]);
    return true;
  } catch (error) {
    if (error instanceof GitError && isOvertaken(error.output)) return false;
    throw error;
  }
}

async function makeRepository(git: Git, repository: string): Promise<void> {
  if (kindOf(join(repository, 'HEAD')) === 'file') return;
  rmSync(repository, { recursive: true, force: true });
  // Without the person's template: it may bring hooks and settings.
  mkdirSync(repository, { recursive: true, mode: 0o700 });
  await git(['init', '--quiet', '--bare', '--template=', repository]);
}

/** Writes a commit on top of another: its tree with other files in it. Returns its name. */
async function commitOn(
  parent: string | null,
  { write, remove }: Publication,
  git: Git,
  index: string,
): Promise<string> {
  const env = { GIT_INDEX_FILE: index };
  rmSync(index, { force: true });
  if (parent !== null) await git(['read-tree', parent], { env });
  const entries = remove.map((path) => `0 ${NONE}\t${path}\0`);
  for (const { path, bytes } of write) {
    const blob = lineOf(await git(['hash-object', '-w', '--stdin'], { input: bytes }));
    entries.push(`100644 ${blob}\t${path}\0`);
  }
  await git(['update-index', '-z', '--index-info'], { env, input: entries.join('') });
  const tree = lineOf(await git(['write-tree'], { env }));
  const parents = parent === null ? [] : ['-p', parent];
  const args = ['commit-tree', ...parents, '-m', 'viva sync', tree];
  return lineOf(await git(args, { env: AUTHOR }));
}

const lineOf = (output: Buffer) => output.toString('utf8').trim();

/** Git's own words reach a person in one sentence. */
async function explained<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new VivaError(
      'sync-unreachable',
      `Git could not sync with "${url}": ${error.message}.`,
      'Nothing is lost: new records are sent with the next sync. Check that the address is right and that "git ls-remote" reaches it.',
      { cause: error },
    );
  }
}
