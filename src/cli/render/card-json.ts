import type { CardRecord } from '../../app/cards/ports.js';
import type { Memory } from '../../model/memory.js';
import { dueInstant } from '../../schedule/due.js';
import type { Context } from '../contract/context.js';

/** One card in the shape of `list --json`. */
export function cardJson(record: CardRecord, context: Context): object {
  const { card, memory, retrievability } = record;
  const { number, title, part, collection } = card.module;
  return {
    id: card.id,
    collection,
    module: { number, title, part },
    difficulty: card.stars,
    companies: card.companies,
    tags: card.tags,
    question: card.question,
    answer: card.answer,
    flags: [...card.defects, ...(memory.flag > 0 ? [`flag:${memory.flag}`] : [])],
    state: memory.state,
    due: dueTime(memory, context),
    memory: memoryJson(memory, retrievability),
    reps: memory.reps,
    lapses: memory.lapses,
    suspended: memory.suspended,
    retired: card.retired,
  };
}

/** When a card is due as an ISO time: its step's minute, or the start of its day; null when new. */
export function dueTime(memory: Memory, context: Context): string | null {
  const at = dueInstant(memory, context.zone, context.settings().dayStart);
  return at === null ? null : new Date(at).toISOString();
}

/** Memory in the shape of `list --json`; null for a new card. */
export function memoryJson(memory: Memory, retrievability: number | null): object | null {
  if (memory.stability === null) return null;
  return { stability: memory.stability, difficulty: memory.difficulty, retrievability };
}
