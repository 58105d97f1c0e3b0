import { type Cell, cellName } from './cells.js';
import { type Estimate, estimate, meanOf, quantile } from './estimate.js';
import type { Played } from './played.js';

/** What one person's preparation came to, in a cell and a way. */
export interface Row {
  readonly cell: string;
  readonly person: number;
  readonly way: string;
  readonly played: Played;
}

/** What a way came to in a cell, over people. */
interface Standing {
  readonly way: string;
  /** Recall at the interview, 0..1, and that of the tenth percentile of people. */
  readonly recall: Estimate;
  readonly tenth: number;
  readonly minutes: number;
  /** viva's recall less this way's, person by person; 0 for viva. */
  readonly lead: Estimate;
  /** The same of each person. */
  readonly leads: readonly number[];
}

/** A day on which a preparation might end, and how far viva is ahead of FSRS 0.9 then. */
interface Stop {
  readonly day: number;
  readonly lead: Estimate;
}

/** What a cell came to. */
export interface CellResult {
  readonly cell: Cell;
  readonly people: number;
  readonly standings: readonly Standing[];
  /** The best way's recall less viva's, person by person; 0 where viva is the best. */
  readonly shortfall: Estimate;
  readonly best: string;
  /** The day on which stopping is worst for viva; null without both ways. */
  readonly worstStop: Stop | null;
}

/** The way that the others are held against. */
export const VIVA = 'viva';
const USUAL = 'FSRS 0.9';

/** Sums up a cell's rows. People of whom not every way was played are left out. */
export function cellResult(cell: Cell, rows: readonly Row[]): CellResult | null {
  const name = cellName(cell);
  const byWay = new Map<string, Map<number, Played>>();
  for (const row of rows) {
    if (row.cell !== name) continue;
    const people = byWay.get(row.way) ?? new Map<number, Played>();
    byWay.set(row.way, people.set(row.person, row.played));
  }
  const ways = [...byWay.keys()].sort((a, b) => Number(b === VIVA) - Number(a === VIVA));
  // Where viva was not played, the first way stands in for it.
  const [held] = ways;
  if (held === undefined) return null;
  const people = [...(byWay.get(held)?.keys() ?? [])].filter((person) =>
    [...byWay.values()].every((played) => played.has(person)),
  );
  if (people.length === 0) return null;
  const playedBy = (way: string) => people.flatMap((person) => byWay.get(way)?.get(person) ?? []);
  const viva = playedBy(held);
  const standings = ways.map((way) => standingOf(way, playedBy(way), viva));
  const best = standings.reduce((a, b) => (b.recall.mean > a.recall.mean ? b : a));
  return {
    cell,
    people: people.length,
    standings,
    best: best.way,
    shortfall: { mean: -best.lead.mean, margin: best.lead.margin },
    worstStop: worstStop(viva, playedBy(USUAL)),
  };
}

function standingOf(way: string, played: readonly Played[], viva: readonly Played[]): Standing {
  const recalls = played.map(({ recall }) => recall);
  const leads = played.map(({ recall }, at) => (viva[at]?.recall ?? 0) - recall);
  return {
    way,
    recall: estimate(recalls),
    tenth: quantile(recalls, 0.1),
    minutes: meanOf(played.map(minutesOf)),
    lead: estimate(leads),
    leads,
  };
}

/** Minutes of all days. */
function minutesOf({ days }: Played): number {
  return days.reduce((sum, { seconds }) => sum + seconds / 60, 0);
}

function worstStop(viva: readonly Played[], usual: readonly Played[]): Stop | null {
  if (usual.length === 0) return null;
  const last = Math.max(...viva.flatMap(({ days }) => days.map(({ day }) => day)));
  let worst: Stop | null = null;
  for (let day = 0; day <= last; day++) {
    const leads = viva.map((one, at) => stoppedOn(one, day) - stoppedOn(usual[at], day));
    const lead = estimate(leads);
    if (worst === null || lead.mean < worst.lead.mean) worst = { day, lead };
  }
  return worst;
}

/** Recall at the interview if the last session was on a day or before it. */
function stoppedOn(played: Played | undefined, day: number): number {
  return played?.days.findLast((each) => each.day <= day)?.stopped ?? 0;
}
