import { join } from 'node:path';
import { expect } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { listBackups } from '../../src/app/upkeep/backup.js';
import { studyDay } from '../../src/model/ids.js';
import { parseQuery } from '../../src/query/parse.js';
import { formatStudyDay, momentAt } from '../../src/schedule/study-day.js';
import { backupFolder } from '../../src/store/upkeep/backup-folder.js';
import type { Terminal } from '../support/terminal/terminal.mjs';
import { moduleText, Viva } from '../support/viva.js';
import { checkDatabase } from './check-database.js';

const CARDS = 300;
const FIRST_DAY = 20_781;
/** Longest time from the start of viva to the kill, ms: start-up, many ratings and the backup. */
const MAX_MS = 2_800;
/** Longest time from a rating's key to the kill, ms. */
const AFTER_KEY_MS = 12;

interface Rated {
  readonly card: string;
  readonly rating: number;
}

/** What the driver of one session knows when its viva is dead. */
interface Driven {
  /** Ratings whose next card was shown. */
  readonly confirmed: Rated[];
  /** A rating whose key was sent and whose next card was not seen. */
  inFlight: Rated | null;
  reached: 'start' | 'question' | 'rating';
}

export interface ReviewKills {
  kills: number;
  /** Kills before the first card, while a card was looked at, and after a rating's key. */
  duringStart: number;
  duringQuestion: number;
  afterKey: number;
  /** Ratings whose next card was shown: all of them in the journal, once. */
  confirmed: number;
  /** Ratings killed before the next card showed: in the journal, or not. */
  keptInFlight: number;
  lostInFlight: number;
  /** Good backups at the end; checked after every kill. */
  backups: number;
}

/** Kills a review in a terminal again and again, in one home, each time on another day. */
export async function killReviews(kills: number, random: () => number): Promise<ReviewKills> {
  const viva = newHome();
  const path = join(viva.home, 'viva', 'viva.db');
  const journal = new Map<string, number[]>();
  const counts: ReviewKills = {
    kills: 0,
    duringStart: 0,
    duringQuestion: 0,
    afterKey: 0,
    confirmed: 0,
    keptInFlight: 0,
    lostInFlight: 0,
    backups: 0,
  };
  for (; counts.kills < kills; counts.kills++) {
    viva.now = `${formatStudyDay(studyDay(FIRST_DAY + counts.kills))}T08:00:00Z`;
    const driven = await killOne(viva, random);
    checkDatabase(path, (store) => compare(journal, driven, ratingsOf(store), counts));
    // The next start just goes on, even where nobody has looked at the database before it.
    expect(viva.run(['due', '--json']).status).toBe(0);
  }
  counts.backups = listBackups(backupFolder(path)).length;
  return counts;
}

function newHome(): Viva {
  const viva = new Viva();
  const questions = Array.from({ length: CARDS }, (_, n) => ({ q: name(n), a: `Answer ${n}.` }));
  viva.write('decks/a.md', moduleText('Alpha', 1, questions));
  viva.json(['import', 'decks']);
  viva.json(['config', 'set', 'newPerDay', '9999']);
  viva.json(['config', 'set', 'reviewsPerDay', '9999']);
  return viva;
}

const name = (n: number) => `Card ${String(n).padStart(4, '0')}?`;

async function killOne(viva: Viva, random: () => number): Promise<Driven> {
  const terminal = viva.open(['review']);
  const driven: Driven = { confirmed: [], inFlight: null, reached: 'start' };
  // Half of the kills at any time, half of them right behind the key of a rating.
  const byTime = random() < 0.5;
  const fatalRating = byTime ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * 12);
  const timer = byTime ? killIn(terminal, random() * MAX_MS) : undefined;
  await drive(terminal, driven, random, (ratings) => {
    if (ratings === fatalRating) killIn(terminal, random() * AFTER_KEY_MS);
  });
  clearTimeout(timer);
  expect((await terminal.waitForExit()).signal).toBe(9);
  return driven;
}

function killIn(terminal: Terminal, ms: number): NodeJS.Timeout {
  return setTimeout(() => terminal.kill('SIGKILL'), ms);
}

/** Rates cards as fast as the screen shows them, until the program is dead. */
async function drive(
  terminal: Terminal,
  driven: Driven,
  random: () => number,
  onKey: (ratings: number) => void,
): Promise<void> {
  const shows = async (wanted: (text: string) => boolean) => {
    await terminal.waitFor((text: string) => terminal.exitOf() !== null || wanted(text));
    return terminal.exitOf() === null;
  };
  const question = (text: string) => text.includes('show answer') && /Card \d{4}\?/.test(text);
  for (let ratings = 1; await shows(question); ratings++) {
    if (driven.inFlight !== null) driven.confirmed.push(driven.inFlight);
    driven.inFlight = null;
    driven.reached = 'question';
    const card = /Card \d{4}\?/.exec(terminal.text())?.[0] ?? '';
    terminal.send(' ');
    if (!(await shows((text) => text.includes('1 Again')))) return;
    const rating = 1 + Math.floor(random() * 4);
    driven.inFlight = { card, rating };
    driven.reached = 'rating';
    terminal.send(String(rating));
    onKey(ratings);
    if (!(await shows((text) => !text.includes('1 Again')))) return;
  }
}

/** Ratings of each card in the order in which they were written. */
function ratingsOf(store: Store): Map<string, number[]> {
  const moment = momentAt(0, { offsetMinutes: () => 0 }, 4);
  const names = new Map(
    store.find(parseQuery(''), moment).map(({ card }) => [card.id, card.question.trim()]),
  );
  const events = [...store.all()].map(({ event }) => event);
  const ratings = new Map<string, number[]>();
  for (const event of events.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (event.kind !== 'review') continue;
    const card = names.get(event.card) ?? '';
    ratings.set(card, [...(ratings.get(card) ?? []), event.rating]);
  }
  return ratings;
}

/** Holds the journal to what the driver saw; `known`, all that was there before, is brought up to date. */
function compare(
  known: Map<string, number[]>,
  { confirmed, inFlight, reached }: Driven,
  found: Map<string, number[]>,
  counts: ReviewKills,
): void {
  const add = ({ card, rating }: Rated) => known.set(card, [...(known.get(card) ?? []), rating]);
  for (const rated of confirmed) add(rated);
  counts.confirmed += confirmed.length;
  const total = (ratings: Map<string, number[]>) => [...ratings.values()].flat().length;
  if (inFlight !== null) {
    const kept = total(found) > total(known);
    if (kept) add(inFlight);
    counts[kept ? 'keptInFlight' : 'lostInFlight']++;
  }
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  if (reached === 'start') counts.duringStart++;
  else if (reached === 'question') counts.duringQuestion++;
  else counts.afterKey++;
}
