import { FrontMatterError } from '../../front-matter/error.js';
import { readFrontMatter } from '../../front-matter/front-matter.js';
import { moduleSchema } from '../../front-matter/module-schema.js';

/** What the front matter of somebody's notes says; it is welcome and never needed. */
export interface Preface {
  /** The line (from 0) behind it. */
  readonly bodyLine: number;
  readonly title: string;
  readonly part: string;
  readonly tags: readonly string[];
}

/** Front matter longer than this is none. */
const MAX_LINES = 200;

/** Reads the front matter that a text begins with; what cannot be read counts as text or as empty. */
export function readPreface(text: string, lines: readonly string[]): Preface {
  const none = { bodyLine: 0, title: '', part: '', tags: [] };
  if (!/^---[ \t]*$/.test(lines[0] ?? '') || !/^[\w-]+[ \t]*:/.test(lines[1] ?? '')) return none;
  const close = lines.slice(1, MAX_LINES).findIndex((line) => /^---[ \t]*$/.test(line)) + 1;
  if (close === 0) return none;
  return { ...none, ...headOf(text, close), bodyLine: close + 1 };
}

function headOf(text: string, close: number): Partial<Preface> {
  try {
    const { data } = readFrontMatter(text, close);
    const title = data.title ?? data.name ?? data.deck ?? '-';
    const head = moduleSchema.safeParse({ title, part: data.part, tags: data.tags ?? [] });
    if (!head.success) return {};
    const { part = '', tags = [] } = head.data;
    return { title: head.data.title === '-' ? '' : head.data.title, part, tags };
  } catch (error) {
    if (error instanceof FrontMatterError) return {};
    throw error;
  }
}
