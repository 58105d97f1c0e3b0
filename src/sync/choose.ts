import type { SegmentHead } from '../model/sync-records.js';
import type { SegmentName } from './layout.js';

/** By device the last number that is here. */
export type Taken = ReadonlyMap<string, number>;

/**
 * Returns the files that lead on from what is here without a gap, each device's
 * in order: of several that do, the one that leads farthest, which has taken
 * the place of the others. Copies that synchronisers made are no part of it.
 */
export function contiguous<File extends SegmentName>(names: readonly File[], taken: Taken): File[] {
  return [...byDevice(names)].flatMap(([device, own]) => chain(own, taken.get(device) ?? 0));
}

function byDevice<File extends SegmentName>(names: readonly File[]): Map<string, File[]> {
  const groups = new Map<string, File[]>();
  for (const name of names) {
    if (!name.isCopy) groups.set(name.device, [...(groups.get(name.device) ?? []), name]);
  }
  return groups;
}

function chain<File extends SegmentName>(own: readonly File[], from: number): File[] {
  const chosen: File[] = [];
  for (let number = from; ; ) {
    const next = own
      .filter(({ first, last }) => first <= number + 1 && last > number)
      .reduce<File | null>((a, b) => (a !== null && a.last >= b.last ? a : b), null);
    if (next === null) return chosen;
    chosen.push(next);
    number = next.last;
  }
}

/**
 * Returns the files of which a number does not tell whether they were read: copies, and
 * those that share numbers with another file of their device. Two machines may have
 * written them under one id: a clone, or one that was restored, before it met the other's.
 */
export function ambiguous<File extends SegmentName>(names: readonly File[]): File[] {
  const sharesNumbers = (a: File) =>
    names.some((b) => b !== a && b.device === a.device && a.first <= b.last && b.first <= a.last);
  return names.filter((name) => name.isCopy || sharesNumbers(name));
}

/**
 * Of segments in the order of their devices' numbers, returns those that build
 * on nothing that is neither here nor among them. The others wait.
 */
export function causallyReady<S extends { readonly head: SegmentHead }>(
  segments: readonly S[],
  taken: Taken,
): S[] {
  let chosen = [...segments];
  for (;;) {
    const reach = new Map(taken);
    for (const { head } of chosen) reach.set(head.device, head.last);
    const cut = new Set<string>();
    const next = chosen.filter(({ head }) => {
      const isReady = Object.entries(head.after).every(
        ([device, n]) => (reach.get(device) ?? 0) >= n,
      );
      // What follows a segment that waits, waits too.
      if (!isReady) cut.add(head.device);
      return !cut.has(head.device);
    });
    if (next.length === chosen.length) return chosen;
    chosen = next;
  }
}

/** Returns the ids of devices of which there is more than what is here, given what was taken by now. */
export function waitingFor(names: readonly SegmentName[], taken: Taken): string[] {
  const ahead = names.filter(
    ({ device, last, isCopy }) => !isCopy && last > (taken.get(device) ?? 0),
  );
  return [...new Set(ahead.map(({ device }) => device))];
}
