import { VivaError } from '../model/error.js';

/** A place to sync to: an address for git, or an absolute path that is a folder or a git repository. */
export type SyncAddress =
  | { readonly kind: 'git'; readonly url: string }
  | { readonly kind: 'path'; readonly path: string };

const HINT =
  'Give an address that git takes (https://…, ssh://…, git@host:path, file://…) or the path of a folder.';

/**
 * Reads an address as a person gives it; `resolve` makes a path absolute.
 * Throws VivaError 'sync-address' for one that could make git run something
 * or that holds a password.
 */
export function readAddress(text: string, resolve: (path: string) => string): SyncAddress {
  if (text === '' || text.startsWith('-') || hasControls(text))
    throw refused('It is not an address.');
  if (/^[a-z][a-z0-9+.-]*::/i.test(text)) throw refused('Git would run a program for it.');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { kind: 'git', url: safeUrl(text) };
  if (/^[^/\\:]+@[^/\\:]+:./.test(text)) return { kind: 'git', url: safeShort(text) };
  return { kind: 'path', path: resolve(text) };
}

function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

function safeUrl(text: string): string {
  const { protocol, username, password, hostname } = URL.canParse(text)
    ? new URL(text)
    : { protocol: '', username: '', password: '', hostname: '' };
  if (!['https:', 'ssh:', 'file:'].includes(protocol)) {
    throw refused('Only https, ssh and file addresses are taken.');
  }
  if (password !== '') throw refused("It holds a password: leave that to git's credential helper.");
  if (username.startsWith('-') || hostname.startsWith('-')) throw refused('It is not an address.');
  return text;
}

/** `git@host:path`, which ssh is given apart: none of its parts may be a flag. */
function safeShort(text: string): string {
  if (!/^[\w.][\w.+-]*@[\w.][\w.-]*:[^-].*$/.test(text)) throw refused('It is not an address.');
  return text;
}

function refused(why: string): VivaError {
  return new VivaError('sync-address', `This is not a sync address. ${why}`, HINT);
}
