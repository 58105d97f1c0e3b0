/** A file of a repository as it was fetched. */
export interface FetchedFile {
  /** From the root of the repository, with `/` between folders. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Id of the commit that was fetched; null where it is not known. */
  readonly commit: string | null;
}

/** Where a host shows a line of a file: its pages of repositories differ in this alone. */
type Page = (repository: string, ref: string, path: string, line: number) => string;

const GITHUB: Page = (repository, ref, path, line) =>
  `${repository}/blob/${ref}/${path}?plain=1#L${line}`;
const GITLAB: Page = (repository, ref, path, line) =>
  `${repository}/-/blob/${ref}/${path}?plain=1#L${line}`;
const BITBUCKET: Page = (repository, ref, path, line) =>
  `${repository}/src/${ref}/${path}#lines-${line}`;
const FORGEJO: Page = (repository, ref, path, line) =>
  ref === HEAD
    ? `${repository}/src/${ref}/${path}?display=source#L${line}`
    : `${repository}/src/commit/${ref}/${path}?display=source#L${line}`;
const SOURCEHUT: Page = (repository, ref, path, line) =>
  `${repository}/tree/${ref}/item/${path}#L${line}`;

const HEAD = 'HEAD';
const PAGES: ReadonlyMap<string, Page> = new Map([
  ['github.com', GITHUB],
  ['gitlab.com', GITLAB],
  ['bitbucket.org', BITBUCKET],
  ['codeberg.org', FORGEJO],
  ['gitea.com', FORGEJO],
  ['git.sr.ht', SOURCEHUT],
]);
const COMMIT = /^[0-9a-f]{40,64}$/;
/** Names of owners and repositories; anything else is no place on these hosts. */
const NAME = /^~?[\w.-]+$/;

/**
 * Returns the address at which a browser shows a file of a repository at its line, by the address
 * from which the repository was fetched: on hosts whose pages are known that of the line, on
 * others that of the repository, as far as it has one of the web. Null where it has none.
 */
export function fileAddress(address: string, file: FetchedFile): string | null {
  const place = placeOf(address);
  if (place === null) return null;
  const { host, names, web } = place;
  const page = PAGES.get(host) ?? (host.startsWith('gitlab.') ? GITLAB : undefined);
  const isPlace = names.length >= 2 && names.every((name) => NAME.test(name) && !isDots(name));
  const parts = file.path.split('/');
  if (page === undefined || !isPlace || parts.some(isDots)) return web;
  const ref = file.commit !== null && COMMIT.test(file.commit) ? file.commit : HEAD;
  const path = parts.map(encoded).join('/');
  return page(`https://${host}/${names.join('/')}`, ref, path, file.line);
}

/** What a browser would take for the folder itself, or the one above it. */
const isDots = (name: string) => /^\.{1,2}$/.test(name);

interface Place {
  readonly host: string;
  /** The parts of its path, without what only git needs. */
  readonly names: readonly string[];
  /** The address of the repository's own page, without who fetches it; null where there is none. */
  readonly web: string | null;
}

function placeOf(address: string): Place | null {
  const short = /^[^@/\s]+@([^:/\s]+):(.+)$/.exec(address);
  if (short !== null) return { host: hostOf(short[1]), names: namesOf(short[2]), web: null };
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'ssh:') {
    return { host: hostOf(url.hostname), names: namesOf(url.pathname), web: null };
  }
  if (url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  // A port is part of the host: another program may stand behind it.
  return { host: hostOf(url.host), names: namesOf(url.pathname), web: url.href };
}

const hostOf = (host = '') => host.toLowerCase();

function namesOf(path = ''): string[] {
  return path
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
    .filter((name) => name !== '');
}

const encoded = (name: string) => encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
