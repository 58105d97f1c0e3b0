import { dirname, join, parse } from 'node:path';
import { once } from '../model/once.js';
import * as z from '../model/schema.js';
import { kindOf, readBytes, writeWhole } from './files.js';

/** Cards whose last answer is kept, and its longest. */
const MAX_ANSWERS = 1_000;
const MAX_CHARACTERS = 10_000;

/** By a card's id what was typed, the newest last. */
const fileSchema = once(() => z.record(z.string(), z.string()));

/** What a person typed for a card the last time. */
interface TypedAnswers {
  /** Null where nothing is kept. */
  lastAnswer(card: string): string | null;
  /** An answer of blanks is not kept. */
  keepAnswer(card: string, text: string): void;
}

/**
 * Keeps typed answers in a small file beside the database (`viva-answers.json`).
 * A file that is damaged is as good as none.
 */
export function typedAnswers(database: string): TypedAnswers {
  const path = join(dirname(database), `${parse(database).name}-answers.json`);
  return {
    lastAnswer: (card) => read(path)[card] ?? null,
    keepAnswer(card, text) {
      if (text.trim() === '') return;
      const others = Object.entries(read(path)).filter(([id]) => id !== card);
      const kept = [...others, [card, text.slice(0, MAX_CHARACTERS)]].slice(-MAX_ANSWERS);
      writeWhole(path, `${JSON.stringify(Object.fromEntries(kept))}\n`);
    },
  };
}

function read(path: string): Readonly<Record<string, string>> {
  if (kindOf(path) === 'missing') return {};
  try {
    return fileSchema().parse(JSON.parse(new TextDecoder().decode(readBytes(path))));
  } catch {
    return {};
  }
}
