import type { Stars } from '../../../model/card.js';
import { FrontMatterError } from '../../front-matter/error.js';
import { readFrontMatter } from '../../front-matter/front-matter.js';
import { moduleSchema } from '../../front-matter/module-schema.js';
import { starsOfWord } from '../words/difficulty.js';

/** What the front matter of somebody's notes says; it is welcome and never needed. */
export interface Preface {
  /** The line (from 0) behind it. */
  readonly bodyLine: number;
  readonly title: string;
  readonly part: string;
  readonly tags: readonly string[];
  /** Of all questions on which no mark says otherwise; null where it says nothing. */
  readonly stars: Stars | null;
}

/** Front matter longer than this is none. */
const MAX_LINES = 200;

/** A title in TOML, which hashcards has in its front matter and Hugo between lines of `+++`. */
const TOML_TITLE = /^(?:title|name)[ \t]*=[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)')[ \t]*$/m;

/** Reads the front matter that a text begins with; what cannot be read counts as text or as empty. */
export function readPreface(text: string, lines: readonly string[]): Preface {
  const none = { bodyLine: 0, title: '', part: '', tags: [], stars: null };
  const [opening = '', first = ''] = lines;
  const fence = /^(?:---|\+\+\+)(?=[ \t]*$)/.exec(opening)?.[0];
  const sign = /^[\w-]+[ \t]*([:=])/.exec(first)?.[1];
  if (fence === undefined || sign === undefined || (fence === '+++' && sign === ':')) return none;
  const close = lines.slice(1, MAX_LINES).findIndex((line) => line.trimEnd() === fence) + 1;
  if (close === 0) return none;
  const read = sign === '=' ? () => tomlTitle(lines.slice(1, close)) : () => yamlOf(text, close);
  return { ...none, ...headOf(read), bodyLine: close + 1 };
}

function tomlTitle(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const found = TOML_TITLE.exec(lines.join('\n'));
  const title = found?.[1] ?? found?.[2] ?? '';
  return title.trim() === '' ? {} : { title };
}

const yamlOf = (text: string, close: number) => readFrontMatter(text, close).data;

function headOf(read: () => Readonly<Record<string, unknown>>): Partial<Preface> {
  try {
    const data = read();
    const stars = starsOfWord(String(data.difficulty ?? data.level ?? ''));
    const title = data.title ?? data.name ?? data.deck ?? '-';
    const head = moduleSchema.safeParse({ title, part: data.part, tags: data.tags ?? [] });
    if (!head.success) return { stars };
    const { part = '', tags = [] } = head.data;
    return { title: head.data.title === '-' ? '' : head.data.title, part, tags, stars };
  } catch (error) {
    if (error instanceof FrontMatterError) return {};
    throw error;
  }
}
