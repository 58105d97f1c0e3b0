import { basename, dirname, extname, relative, sep } from 'node:path';
import { type FileSurroundings, NOTHING_AROUND } from '../../deck/shapes/page/page.js';
import { questionName } from '../../deck/shapes/question-file.js';
import { asks } from '../../deck/shapes/words/asks.js';
import { countEach } from '../../model/groups.js';

/** Fewer files beside each other say nothing by their names. */
const MIN_BESIDE = 3;

/** Returns a function that says what is around each of the files of an import root. */
export function surroundingsOf(
  root: string | null,
  paths: readonly string[],
  isFolder: boolean,
): (path: string, prevailing: string | null) => FileSurroundings {
  const asking = shareAsking(paths);
  return (path, prevailing) => {
    if (root === null) return { ...NOTHING_AROUND, name: 'questions', prevailing };
    const inside = relative(root, dirname(path));
    return {
      root: nameOf(root),
      folders: inside === '' || inside.startsWith('..') ? [] : inside.split(sep).map(withoutId),
      name: nameOf(path),
      asking: asking.get(groupOf(path)) ?? 0,
      prevailing,
      found: isFolder ? kindOf(path) : 'notes',
    };
  };
}

/** What a file that was found in a folder is likely to be. */
function kindOf(path: string): FileSurroundings['found'] {
  const extension = extname(path).toLowerCase();
  if (extension === '.txt') return 'text';
  return extension === '.csv' || extension === '.tsv' ? 'data' : 'notes';
}

/** Pages that Notion exported have their id behind the name. */
const withoutId = (name: string) => name.replace(/ [0-9a-f]{32}$/, '');

function nameOf(path: string): string {
  const name = basename(path);
  return withoutId(name.slice(0, name.length - extname(name).length) || name);
}

/** Files of one kind in one folder. */
const groupOf = (path: string) => `${dirname(path)}\0${kindOf(path)}`;

/** By folder and kind, the share of its files that are called like questions. */
function shareAsking(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, { all: number; asking: number }>();
  for (const path of paths) {
    const group = groupOf(path);
    const { all, asking } = counts.get(group) ?? { all: 0, asking: 0 };
    const isQuestion = asks(questionName(nameOf(path)));
    counts.set(group, { all: all + 1, asking: asking + (isQuestion ? 1 : 0) });
  }
  return new Map(
    [...counts].map(([folder, { all, asking }]) => [folder, all < MIN_BESIDE ? 0 : asking / all]),
  );
}

/** Returns the shape that more than half of the decided files have; null where there is none. */
export function prevailingShape(shapes: readonly (string | null)[]): string | null {
  const decided = shapes.filter((shape) => shape !== null);
  for (const [shape, count] of countEach(decided)) {
    if (count >= 2 && count * 2 > decided.length) return shape;
  }
  return null;
}
