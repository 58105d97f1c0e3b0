import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve('src');

/** What each room may import of the others: the table of the design, as a rule. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  markdown: ['model'],
  deck: ['model'],
  query: ['model'],
  schedule: ['model'],
  plan: ['model', 'schedule'],
  review: ['model', 'schedule'],
  marking: ['model'],
  stats: ['model', 'schedule'],
  export: ['model', 'stats', 'markdown'],
  sync: ['model'],
  store: ['model', 'query', 'schedule', 'sync', 'app/ports'],
  platform: ['model', 'app/ports'],
  app: [
    'model',
    'deck',
    'query',
    'schedule',
    'plan',
    'review',
    'marking',
    'stats',
    'export',
    'sync',
  ],
  tui: ['model', 'review', 'stats', 'schedule', 'app', 'markdown'],
  cli: [
    'model',
    'markdown',
    'deck',
    'query',
    'schedule',
    'plan',
    'review',
    'marking',
    'stats',
    'export',
    'sync',
    'store',
    'platform',
    'app',
    'tui',
  ],
  'main.ts': ['cli', 'platform'],
};

/**
 * The rooms within a room, from the top down: an import goes only down its list. What
 * stands beside the rooms (`open`, `ports`) is in the list like a room.
 */
const INNER: Readonly<Record<string, readonly string[]>> = {
  app: [
    'browse',
    'agent',
    'anki',
    'interview',
    'export',
    'review',
    'plan',
    'edit',
    'import',
    'memory',
    'sync',
    'upkeep',
    'cards',
    'ports',
  ],
  store: [
    'open',
    'reader',
    'rest',
    'upkeep',
    'sync',
    'archive',
    'library',
    'queue',
    'scan',
    'journal',
    'query',
    'tables',
    'anki',
    'file',
    'migrations',
  ],
  deck: [
    'edit',
    'write',
    'anki',
    'salvage',
    'html',
    'parse',
    'shapes',
    'check',
    'read',
    'identity',
    'front-matter',
    'text',
  ],
  cli: ['start', 'commands', 'screens', 'agents', 'shared', 'completion', 'render', 'contract'],
  tui: ['browse', 'interview', 'stats', 'review', 'components', 'markdown', 'terminal'],
};

/** What the shapes, which stand above, are made of. */
const BELOW_SHAPES = ['rows', 'exports', 'unit', 'shape', 'page', 'words'];

const PURE = [
  'model',
  'markdown',
  'deck',
  'query',
  'schedule',
  'plan',
  'review',
  'marking',
  'stats',
  'export',
  'sync',
];
/** Modules of Node that touch nothing outside: hashing and path arithmetic. */
const PURE_NODE = ['node:crypto', 'node:path'];

/** Packages that belong to one room alone. */
const OWNED: Readonly<Record<string, string>> = {
  'better-sqlite3': 'store',
  react: 'tui',
  ink: 'tui',
  commander: 'cli',
  '@modelcontextprotocol': 'cli',
  stemmer: 'marking',
  '@open-spaced-repetition': 'platform',
  'age-encryption': 'platform',
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function roomOf(file: string): string {
  return relative(SRC, file).split('/')[0] ?? '';
}

const files = sources(SRC);
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, target = '']) => ({ file, room: roomOf(file), target }));
});

function targetRoom({ file, target }: Import): string {
  const path = relative(SRC, resolve(dirname(file), target)).replace(/\.js$/, '');
  return /^app\/(\w+\/)?ports$/.test(path) ? 'app/ports' : (path.split('/')[0] ?? '');
}

const show = ({ file, target }: Import) => `${relative(SRC, file)} imports ${target}`;

describe('the rooms', () => {
  test('are all known, and all were read', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test('import only what the design lets them', () => {
    const wrong = imports.filter((found) => {
      if (!found.target.startsWith('.')) return false;
      const target = targetRoom(found);
      const allowed = MAY_IMPORT[found.room] ?? [];
      const room = target === 'app/ports' ? 'app' : target;
      return room !== found.room && !allowed.includes(target) && !allowed.includes(room);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('have rooms of their own, each importing only what is below it', () => {
    const inner = (path: string) => {
      const [top = '', room = ''] = path.split('/');
      return { top, room: room.replace(/\.(tsx?|js)$/, '') };
    };
    const unknown = files
      .map((file) => relative(SRC, file))
      .filter((path) => INNER[inner(path).top]?.includes(inner(path).room) === false);
    expect(unknown).toEqual([]);
    const climbing = imports.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false;
      const from = inner(relative(SRC, file));
      const to = inner(relative(SRC, resolve(dirname(file), target)));
      const order = INNER[from.top];
      if (order === undefined || from.top !== to.top) return false;
      // A port says what a use case needs and does nothing: any room may know it.
      if (/\/ports\.js$/.test(target)) return false;
      return order.indexOf(to.room) < order.indexOf(from.room);
    });
    expect(climbing.map(show)).toEqual([]);
  });

  test('in that of the shapes, too', () => {
    const shapes = join(SRC, 'deck/shapes');
    const depth = (path: string) => {
      const [part = ''] = relative(shapes, path).split('/');
      return BELOW_SHAPES.indexOf(part.replace(/\.(ts|js)$/, ''));
    };
    const within = imports.filter(({ file }) => file.startsWith(`${shapes}/`));
    expect(within.some(({ file }) => depth(file) > 0)).toBe(true);
    const climbing = within.filter(({ file, target }) => {
      const path = resolve(dirname(file), target);
      return target.startsWith('.') && path.startsWith(`${shapes}/`) && depth(path) < depth(file);
    });
    expect(climbing.map(show)).toEqual([]);
  });

  test('that are pure touch neither I/O nor the process nor the clock', () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        PURE.includes(room) && target.startsWith('node:') && !PURE_NODE.includes(target),
    );
    expect(wrong.map(show)).toEqual([]);
    const impure = /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bfetch\(/;
    const touching = files.filter(
      (file) =>
        PURE.includes(roomOf(file)) && impure.test(withoutComments(readFileSync(file, 'utf8'))),
    );
    expect(touching.map((file) => relative(SRC, file))).toEqual([]);
  });

  test('keep their packages to themselves', () => {
    const wrong = imports.filter(({ room, target }) => {
      const owner = OWNED[target.split('/')[0] ?? ''];
      return owner !== undefined && owner !== room;
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('have no barrel and no utils', () => {
    const bad = files.filter((file) =>
      /(^|\/)(index|utils?)(\/|\.tsx?$)/.test(relative(SRC, file)),
    );
    expect(bad).toEqual([]);
  });

  test('form no cycle of files', () => {
    expect(cycles()).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

// Types too: files that know each other are one file.
function cycles(): string[] {
  const graph = new Map<string, string[]>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const targets = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => {
      const base = resolve(dirname(file), target).replace(/\.js$/, '');
      return files.includes(`${base}.tsx`) ? `${base}.tsx` : `${base}.ts`;
    });
    graph.set(file, targets);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) {
      found.push(
        [...path.slice(path.indexOf(file)), file].map((f) => relative(SRC, f)).join(' → '),
      );
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}
