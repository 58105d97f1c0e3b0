/*
 * Where things lie. Names are ASCII in lower case, so that no file system or
 * synchroniser can take two of them for one or one for two.
 */

/** The file that says whose memory this is. */
export const FORMAT_PATH = 'format.json';
/** What everything is under where the remote holds other things. */
const SUBFOLDER = 'viva-sync';

/** Returns the path of what a device says of itself. */
export function devicePath(device: string): string {
  return `devices/${device}.json`;
}

/** Returns the path of a device's records from one number to another. */
export function segmentPath(device: string, first: number, last: number): string {
  return `log/${device}/${first}-${last}.jsonl`;
}

/** A file of a device's records, as its name tells. */
export interface SegmentName {
  readonly path: string;
  readonly device: string;
  readonly first: number;
  readonly last: number;
  /** Is it the copy that a synchroniser made of a conflict? */
  readonly isCopy: boolean;
}

const SEGMENT = /^log\/([0-9a-f]{20})\/(\d{1,15})-(\d{1,15})(.{1,250})$/;
const OWN_END = /^\.jsonl(\.age)?$/;
/** Where synchronisers put what makes a copy's name another: before the last ending, or behind all of them. */
const COPY_ENDS = [
  /^[ .(_-].*\.jsonl(\.age)?$/,
  /^\.jsonl[ .(_-].*\.age$/,
  /^\.jsonl(\.age)?[ .(_-].*(conflict|path[12]).*$/,
];
const DEVICE = /^devices\/([0-9a-f]{20})\.json(\.age)?$/;

/** Reads the name of a segment; null for another file. Drives may change the case of names. */
export function segmentName(path: string): SegmentName | null {
  const [, device = '', first, last, end = ''] = SEGMENT.exec(path.toLowerCase()) ?? [];
  const isCopy = !OWN_END.test(end);
  if (device === '' || (isCopy && !COPY_ENDS.some((copy) => copy.test(end)))) return null;
  const range = { first: Number(first), last: Number(last) };
  if (range.first < 1 || range.last < range.first) return null;
  return { path, device, ...range, isCopy };
}

/** Returns the id of the device that a path is of; null for another file. */
export function deviceOfPath(path: string): string | null {
  return DEVICE.exec(path.toLowerCase())?.[1] ?? null;
}

/**
 * Returns where below a remote its layout is, given all paths there: `''`, or
 * the subfolder; null where there is none yet. Half of one is not taken for none.
 */
export function findLayout(paths: readonly string[]): {
  readonly root: string;
  readonly state: 'whole' | 'half' | 'none';
} {
  const isIn = (root: string, pattern: RegExp) =>
    paths.some((path) => path.startsWith(root) && pattern.test(path.slice(root.length)));
  const roots = ['', `${SUBFOLDER}/`];
  const whole = roots.find((root) => isIn(root, /^format\.json$/i));
  if (whole !== undefined) return { root: whole, state: 'whole' };
  const half = roots.find((root) =>
    isIn(root, /^(log\/[0-9a-f]{20}\/\d|devices\/[0-9a-f]{20}\.)/i),
  );
  if (half !== undefined) return { root: half, state: 'half' };
  const isEmpty = paths.every((path) => path.startsWith('.'));
  return { root: isEmpty ? '' : `${SUBFOLDER}/`, state: 'none' };
}
