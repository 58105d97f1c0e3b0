/** A line of a text before or after a change. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'fresh';
  readonly text: string;
  /** 1-based lines on which it stands, or would, in either text. */
  readonly oldLine: number;
  readonly newLine: number;
}

/**
 * Returns the lines of two texts in one list, with as few of them changed as can
 * be (E. Myers, An O(ND) Difference Algorithm, 1986). The ends that both have
 * alike are set aside first, so that small changes of long texts take no time.
 */
export function compareLines(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  const shared = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shared && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shared - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const middle = middleChanges(
    old.slice(head, old.length - tail),
    fresh.slice(head, fresh.length - tail),
  );
  const same = (lines: readonly string[]) => lines.map((text) => ({ kind: 'same' as const, text }));
  return numbered([...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]);
}

type Step = Pick<DiffLine, 'kind' | 'text'>;

function numbered(steps: readonly Step[]): DiffLine[] {
  let oldLine = 1;
  let newLine = 1;
  return steps.map((step) => {
    const change = { ...step, oldLine, newLine };
    if (step.kind !== 'fresh') oldLine++;
    if (step.kind !== 'gone') newLine++;
    return change;
  });
}

/** So many changed lines are compared; beyond, all old ones go and all new ones come. */
const MAX_EDITS = 2_000;

function middleChanges(old: readonly string[], fresh: readonly string[]): Step[] {
  const trace = findPath(old, fresh);
  if (trace === null) {
    return [
      ...old.map((text) => ({ kind: 'gone' as const, text })),
      ...fresh.map((text) => ({ kind: 'fresh' as const, text })),
    ];
  }
  return walkBack(trace, old, fresh);
}

/** Walks the path back from its end, where it came from at each number of edits. */
function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  fresh: readonly string[],
): Step[] {
  const steps: Step[] = [];
  let x = old.length;
  let y = fresh.length;
  for (const [edits, reach] of [...trace.entries()].reverse()) {
    const isFresh = edits > 0 && comesDown(reach, x - y, edits);
    const startX = startOf(reach, x - y, edits, isFresh);
    for (; x > startX; y--) steps.push({ kind: 'same', text: old[--x] ?? '' });
    if (edits === 0) break;
    if (isFresh) steps.push({ kind: 'fresh', text: fresh[--y] ?? '' });
    else steps.push({ kind: 'gone', text: old[--x] ?? '' });
  }
  return steps.reverse();
}

/** Where the lines that both have begin, behind the edit that leads to a diagonal. */
function startOf(
  reach: ReadonlyMap<number, number>,
  k: number,
  edits: number,
  isFresh: boolean,
): number {
  if (edits === 0) return 0;
  return isFresh ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
}

const comesDown = (reach: ReadonlyMap<number, number>, k: number, edits: number) =>
  k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));

/** By number of edits, how far each diagonal came before it; null where there are too many. */
function findPath(old: readonly string[], fresh: readonly string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  const reach = new Map<number, number>([[1, 0]]);
  const most = Math.min(old.length + fresh.length, MAX_EDITS);
  for (let edits = 0; edits <= most; edits++) {
    trace.push(new Map(reach));
    for (let k = -edits; k <= edits; k += 2) {
      const from = comesDown(reach, k, edits)
        ? (reach.get(k + 1) ?? 0)
        : (reach.get(k - 1) ?? 0) + 1;
      const x = alongSame(old, fresh, from, from - k);
      reach.set(k, x);
      if (x >= old.length && x - k >= fresh.length) return trace;
    }
  }
  return null;
}

function alongSame(
  old: readonly string[],
  fresh: readonly string[],
  fromX: number,
  fromY: number,
): number {
  let x = fromX;
  for (let y = fromY; x < old.length && y < fresh.length && old[x] === fresh[y]; y++) x++;
  return x;
}
