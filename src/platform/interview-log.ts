import { dirname, join, parse } from 'node:path';
import type { InterviewLog } from '../app/interview/ports.js';
import { cardId } from '../model/ids.js';
import * as z from '../model/schema.js';
import { kindOf, readBytes, writeWhole } from './files.js';

/** Interviews kept: what was asked longer ago may well come again. */
const MAX_INTERVIEWS = 10;

const fileSchema = z.object({ interviews: z.array(z.array(z.string())) });

/**
 * Keeps what interviews asked in a small file beside the database
 * (`viva-interviews.json`). A file that is damaged is as good as none.
 */
export function interviewLog(database: string): InterviewLog {
  const path = join(dirname(database), `${parse(database).name}-interviews.json`);
  return {
    asked: () => read(path).map((cards) => cards.map(cardId)),
    add(card, begins) {
      const before = read(path);
      const [newest = [], ...older] = begins ? [[], ...before] : before;
      const interviews = [[...newest, card], ...older].slice(0, MAX_INTERVIEWS);
      writeWhole(path, `${JSON.stringify({ interviews })}\n`);
    },
  };
}

function read(path: string): string[][] {
  if (kindOf(path) === 'missing') return [];
  try {
    const text = new TextDecoder().decode(readBytes(path));
    return fileSchema.parse(JSON.parse(text)).interviews;
  } catch {
    return [];
  }
}
