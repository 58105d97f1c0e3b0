/** What Obsidian's spaced repetition notes of one card: `<!--SR:!2024-01-10,5,230-->`. */
export interface SrEntry {
  /** The day on which it is due, `YYYY-MM-DD`. */
  readonly due: string;
  /** Days from its last review to that. */
  readonly intervalDays: number;
}

/** The schedule of the cards of one text, in their order. */
export interface SrSchedule {
  /** Line on which it stands, from 1. */
  readonly line: number;
  readonly entries: readonly SrEntry[];
}

const COMMENT = /<!--\s*SR:([^\n]{0,2000}?)-->/g;
const ENTRY = /!?(\d{4}-\d{2}-\d{2}),(\d{1,5}(?:\.\d+)?),\d{2,4}/g;
/** The day that stands for a card that was never reviewed. */
const NEVER = '2000-01-01';
const MAX_INTERVAL = 36_500;

/** Finds the schedules that notes for Obsidian hold; a card that was never reviewed has none. */
export function srSchedules(text: string): SrSchedule[] {
  if (!text.includes('SR:')) return [];
  return text.split('\n').flatMap((content, at) => {
    const entries = [...content.matchAll(COMMENT)].flatMap(([, written = '']) =>
      [...written.matchAll(ENTRY)].map(([, due = '', interval]) => ({
        due,
        intervalDays: Math.min(MAX_INTERVAL, Math.max(1, Math.round(Number(interval)))),
      })),
    );
    return entries.length === 0 ? [] : [{ line: at + 1, entries }];
  });
}

/** Was a card reviewed at all? */
export function isReviewed({ due }: SrEntry): boolean {
  return due !== NEVER;
}
