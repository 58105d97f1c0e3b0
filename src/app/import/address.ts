import { VivaError } from '../../model/error.js';

/** A word with a scheme: `https:`, `ext::`; a drive of Windows has one letter. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;
/** `git@host:path`, as ssh writes it. */
const SSH_PLACE = /^[a-z0-9_][\w.-]*@[a-z0-9][\w.-]*:(?![-\\]|\/\/)[^\s\\]+$/i;
const SSH_URL = /^ssh:\/\/(?:[a-z0-9_][\w.-]*@)?[a-z0-9][\w.-]*(?::\d+)?\/(?!-)\S+$/i;
const MAX_CHARACTERS = 1000;
const UNSAFE = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Does a word on the command line mean a repository elsewhere, and not a file or folder?
 * It need not be one that `checkedAddress` lets through.
 */
export function isAddress(word: string): boolean {
  return SCHEME.test(word) || /^[^/\\\s]+@[^/\\\s]+:/.test(word);
}

/** Who signs in with a word before the `@`, and after a colon the password. */
const PASSWORD = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:]*:[^/@]*@/i;
/** What hosts give out in place of a password, as one signs in with it alone. */
const TOKEN = /^(?:gh[a-z]|github_pat|gl[a-z]*|hf)[_-]|^(?=.*\d)(?=.*[a-z])[\w-]{20,}$/i;
/** The repository that a page of a host belongs to. */
const OF_PAGE =
  /^https:\/\/(?:(?:github\.com|bitbucket\.org|codeberg\.org|gitea\.com)(?:\/[^/]+){2}(?=\/.)|gitlab\.[^/]+\/.+?(?=\/-\/))/i;

/**
 * Returns the address of a repository as git is to be given it. Throws `source-address` for
 * any kind but https, ssh and file, for one that git could take for an option, for the page of
 * a repository, and for one with a password or a token, which would be kept.
 */
export function checkedAddress(word: string): string {
  if (PASSWORD.test(word)) throw secret();
  // `ext::…` and its like run a program.
  if (word.length > MAX_CHARACTERS || UNSAFE.test(word) || /^-|::|\/\/-/.test(word))
    throw refused(word);
  if (SSH_PLACE.test(word)) return word;
  const scheme = SCHEME.exec(word)?.[1]?.toLowerCase() ?? '';
  const address = `${scheme}${word.slice(scheme.length)}`;
  if (SSH_URL.test(address) || /^file:\/\/\/[^-]/.test(address)) return address;
  if (!/^https:\/\/[^/]/.test(address) || !URL.canParse(address)) throw refused(word);
  const { username, hostname, pathname } = new URL(address);
  if (TOKEN.test(decoded(username))) throw secret();
  if (hostname.startsWith('-') || username.startsWith('-') || pathname === '/') throw refused(word);
  const plain = address.replace(/[?#].*$/, '');
  const repository = OF_PAGE.exec(plain)?.[0] ?? plain;
  if (repository !== address) throw page(repository);
  return address;
}

function refused(word: string): VivaError {
  // Who signs in may have a password that does not look like one.
  const shown = word.replace(/:.*@/s, ':…@').slice(0, 200);
  return new VivaError(
    'source-address',
    `"${shown}" is not an address that can be fetched.`,
    'Use https://…, ssh://…, git@host:path or file:///….',
  );
}

function secret(): VivaError {
  return new VivaError(
    'source-address',
    'The address holds a password or a token, which would be stored in plain text.',
    'Leave it out: git asks for it, or gets it from a credential helper.',
  );
}

function page(repository: string): VivaError {
  return new VivaError(
    'source-address',
    'That is the address of a page, not of a repository.',
    `Import the repository itself: ${repository}`,
  );
}

/** Returns the name under which the copy of an address is kept; `hash` is of the address, hexadecimal. */
export function snapshotName(address: string, hash: string): string {
  const name = repositoryName(address)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return `${name.slice(0, 40)}-${hash.slice(0, 12)}`;
}

/** Returns the name of a repository: the last part of its address, without `.git`. */
export function repositoryName(address: string): string {
  const parts = address.split(/[/:\\]/).filter((part) => part !== '');
  const last = (parts.at(-1) ?? '').replace(/\.git$/i, '');
  const name = decoded(last)
    .replaceAll(/[^\p{L}\p{N}._ -]+/gu, '-')
    .replace(/^[-. ]+/, '');
  return name.slice(0, 80) || 'repository';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
