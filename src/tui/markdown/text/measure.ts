import stringWidth from 'string-width';
import { graphemeSegmenter } from '../../../model/text/graphemes.js';
import type { Span } from './span.js';
import { stretchesOf } from './stretches.js';

const ASCII = /^[\u0020-\u007e]*$/;
/** Letters, arrows, maths signs and box lines of one column each, and nothing that combines. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0384-\u03ff\u0400-\u0482\u048a-\u052f\u1d2c-\u1d6a\u2010-\u2027\u2030-\u205e\u2070-\u209c\u2100-\u22ff\u2500-\u25fc\u2610\u2611]*$/;
/** Chinese and Japanese letters of two columns each, and nothing that combines. */
const WIDE = /^[\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff]+$/;
const MAX_REMEMBERED = 4096;

const remembered = new Map<string, number>();

/** A character as a person sees it, of one code point or several. */
export interface Cluster {
  readonly text: string;
  /** Columns. */
  readonly width: number;
}

/** Columns that text takes on a terminal, at most. */
export function textWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  if (WIDE.test(text)) return 2 * text.length;
  let width = 0;
  for (const cluster of clustersOf(text)) width += cluster.width;
  return width;
}

/** Columns that a line takes. */
export function lineWidth(line: readonly Span[]): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** Returns the characters of text in order, each with its width. */
export function* clustersOf(text: string): Generator<Cluster> {
  if (ASCII.test(text)) {
    for (const character of text) yield { text: character, width: 1 };
    return;
  }
  for (const stretch of stretchesOf(text)) {
    for (const { segment } of graphemeSegmenter().segment(stretch)) {
      yield { text: segment, width: clusterWidth(segment) };
    }
  }
}

function clusterWidth(cluster: string): number {
  if (ASCII.test(cluster)) return cluster.length;
  const known = remembered.get(cluster);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const width = measured(cluster);
  remembered.set(cluster, width);
  return width;
}

// Terminals that know no clusters draw the parts of one side by side. A line that is too long
// breaks the frame there, one that is a little short breaks none: so the larger width counts.
function measured(cluster: string): number {
  let parts = 0;
  for (const character of cluster) parts += stringWidth(character);
  return Math.max(parts, stringWidth(cluster));
}
