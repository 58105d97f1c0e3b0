import { dirname, join, parse } from 'node:path';
import type { InterviewLog } from '../app/interview/ports.js';
import { cardId } from '../model/ids.js';
import * as z from '../model/schema.js';
import { kindOf, readBytes, writeWhole } from './files.js';

/** Interviews kept: what was asked longer ago may well come again. */
const MAX_INTERVIEWS = 10;

/** Interviews whose outcome is kept. */
const MAX_HISTORY = 200;

const count = z.int().check(z.minimum(0));
const pastSchema = z.object({
  ...{ at: count, rated: count, good: count, named: count, points: count, spentMs: count },
  recorded: z.boolean(),
  questions: z.array(
    z.object({
      id: z.pipe(z.string(), z.transform(cardId)),
      question: z.string(),
      rating: z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
    }),
  ),
});

const fileSchema = z.object({
  interviews: z.array(z.array(z.string())),
  /** Added later: older files lack it. */
  history: z._default(z.array(pastSchema), []),
});

type Kept = z.infer<typeof fileSchema>;

/**
 * Keeps what interviews asked, and what they came to, in a small file beside the
 * database (`viva-interviews.json`). A file that is damaged is as good as none.
 */
export function interviewLog(database: string): InterviewLog {
  const path = join(dirname(database), `${parse(database).name}-interviews.json`);
  const write = (kept: Kept) => writeWhole(path, `${JSON.stringify(kept)}\n`);
  return {
    asked: () => read(path).interviews.map((cards) => cards.map(cardId)),
    add(card, begins) {
      const { interviews, history } = read(path);
      const [newest = [], ...older] = begins ? [[], ...interviews] : interviews;
      write({ interviews: [[...newest, card], ...older].slice(0, MAX_INTERVIEWS), history });
    },
    finish(interview) {
      const { interviews, history } = read(path);
      const newest = { ...interview, questions: [...interview.questions] };
      write({ interviews, history: [newest, ...history].slice(0, MAX_HISTORY) });
    },
    history: () => read(path).history,
  };
}

function read(path: string): Kept {
  const nothing = { interviews: [], history: [] };
  if (kindOf(path) === 'missing') return nothing;
  try {
    const text = new TextDecoder().decode(readBytes(path));
    return fileSchema.parse(JSON.parse(text));
  } catch {
    return nothing;
  }
}
