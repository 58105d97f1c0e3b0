import { compareLines, type DiffLine } from '../../deck/edit/line-diff.js';
import { visibleLine } from '../../model/text/visible.js';
import type { ChangePlan, FileChange } from './workspace.js';

/** Lines shown around each change. */
const CONTEXT = 3;

/** A plan as a diff in the unified form, a line each. */
export function diffLines({ files }: Pick<ChangePlan, 'files'>): string[] {
  return files.flatMap(fileDiff);
}

function fileDiff({ path, before, after }: FileChange): string[] {
  return [
    `--- ${before === null ? '/dev/null' : path}`,
    `+++ ${after === null ? '/dev/null' : path}`,
    ...hunks(compareLines(linesOf(before), linesOf(after))).flatMap(hunkLines),
  ];
}

function linesOf(bytes: Uint8Array | null): string[] {
  return bytes === null ? [] : new TextDecoder().decode(bytes).split(/(?<=\n)/);
}

/** Changes with the lines around them, those that touch each other together. */
function hunks(changes: readonly DiffLine[]): DiffLine[][] {
  const isChanged = (each: DiffLine | undefined) => each !== undefined && each.kind !== 'same';
  const shown = changes.map((_, at) =>
    changes.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(isChanged),
  );
  const found: DiffLine[][] = [];
  for (const [at, change] of changes.entries()) {
    if (shown[at] !== true) continue;
    if (shown[at - 1] !== true) found.push([]);
    found.at(-1)?.push(change);
  }
  return found;
}

const MARKS = { same: ' ', gone: '-', fresh: '+' } as const;

function hunkLines(hunk: readonly DiffLine[]): string[] {
  const side = (left: 'gone' | 'fresh') => {
    const lines = hunk.filter(({ kind }) => kind !== (left === 'gone' ? 'fresh' : 'gone'));
    const first = lines[0]?.[left === 'gone' ? 'oldLine' : 'newLine'] ?? 0;
    return `${lines.length === 0 ? 0 : first},${lines.length}`;
  };
  const lines = hunk.flatMap(({ kind, text }) => {
    const line = `${MARKS[kind]}${visibleLine(text.replace(/\r?\n$/, ''))}`;
    return text.endsWith('\n') ? [line] : [line, '\\ No newline at end of file'];
  });
  return [`@@ -${side('gone')} +${side('fresh')} @@`, ...lines];
}
