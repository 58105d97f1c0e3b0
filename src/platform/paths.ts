import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface Paths {
  /** Folder of the database and its backups. */
  readonly data: string;
  readonly database: string;
  /** The settings file. */
  readonly settings: string;
  /** Copies of repositories elsewhere. */
  readonly sources: string;
  /** Folders of what the person writes by viva. */
  readonly writing: {
    /** Their edits, which lie over sources that are not theirs. */
    readonly edits: string;
    /** Modules of their own. */
    readonly cards: string;
    /** Cards that agents propose. */
    readonly proposals: string;
    /** Texts on their way through the editor. */
    readonly drafts: string;
    /** What files were before each change. */
    readonly changes: string;
  };
}

/**
 * Returns where viva keeps its things: under `VIVA_HOME` when set, else in the
 * platform's folders (XDG on Linux). `database` overrides the database's path.
 */
export function findPaths(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  database?: string,
): Paths {
  const { data, config } = folders(env, platform);
  return {
    data,
    database: database ?? join(data, 'viva.db'),
    settings: join(config, 'config.json'),
    sources: join(data, 'sources'),
    writing: {
      edits: join(data, 'edits'),
      cards: join(data, 'cards'),
      proposals: join(data, 'proposals'),
      drafts: join(data, 'drafts'),
      changes: join(data, 'changes'),
    },
  };
}

function folders(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): { data: string; config: string } {
  const home = env.VIVA_HOME;
  if (home) return { data: home, config: home };
  if (platform === 'darwin') {
    const folder = join(homedir(), 'Library', 'Application Support', 'viva');
    return { data: folder, config: folder };
  }
  if (platform === 'win32') {
    const roaming = env.APPDATA || join(homedir(), 'AppData', 'Roaming');
    const folder = join(roaming, 'viva');
    return { data: folder, config: folder };
  }
  return {
    data: join(xdg(env.XDG_DATA_HOME, '.local/share'), 'viva'),
    config: join(xdg(env.XDG_CONFIG_HOME, '.config'), 'viva'),
  };
}

// The XDG specification says that a relative path in these variables is to be ignored.
function xdg(value: string | undefined, fallback: string): string {
  return value && isAbsolute(value) ? value : join(homedir(), fallback);
}
