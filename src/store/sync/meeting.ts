import type { Database } from 'better-sqlite3';
import type { SyncTaken } from '../../app/sync/ports.js';
import type { MergedCard } from '../../model/archive/card.js';
import { isOwnGuid } from '../../model/own-guid.js';
import type { SegmentHead, SyncRecord } from '../../model/sync-records.js';
import { Joins } from '../journal/joins.js';
import type { CardColumns } from '../tables/cards.js';
import { createFirstVersions, type FirstVersions } from './first-versions.js';
import { NEWEST_EVENT, UNSENT_EVENT } from './state.js';
import { addUnlessShown } from './texts.js';

/** Holds what comes against what was done here meanwhile; runs within the transaction of a merge. */
export interface Meeting extends Pick<FirstVersions, 'join'> {
  /** Takes a record before it is merged, and the head of its segment. */
  meet(record: SyncRecord, head: SegmentHead): void;
  /** Once all are merged: keeps texts that lost, and forgets what needs no sending. */
  settle(): Pick<SyncTaken, 'bothReviewed' | 'bothChanged' | 'ahead'>;
}

/** Texts of one card, of which one will be shown. */
interface Pair {
  readonly card: number;
  readonly id: string;
  readonly texts: readonly Pick<CardColumns, 'question' | 'answer' | 'changed_at'>[];
}

interface ChangedCard {
  readonly key: number;
  readonly number: number | null;
  readonly added_at: number;
  readonly joined: 0 | 1;
}

/** Begins to compare; events after `latest` (ms since 1970) are counted. */
export function createMeeting(db: Database, latest: number): Meeting {
  const self = db.prepare<[], string>('SELECT device FROM sync_state').pluck().get() ?? '';
  const reviewed = createReviewed(db, self);
  const firstVersions = createFirstVersions(db, self);
  const sentElsewhere = createSentElsewhere(db);
  const changed = createChanged(db, self);
  let ahead = 0;
  return {
    join: firstVersions.join,
    meet(record, head) {
      if (record.type === 'card') {
        firstVersions.meet(record.value, head);
        changed.meet(record.value, head);
      }
      if (record.type !== 'event') return;
      if (record.value.at > latest) ahead += 1;
      sentElsewhere.meet(record.value.id);
      if (record.value.kind === 'review') reviewed.meet(record.value, head);
    },
    settle() {
      const bothChanged = changed.settle();
      sentElsewhere.settle();
      return { bothReviewed: reviewed.count(), bothChanged, ahead };
    },
  };
}

/** Holds texts of cards that come against those that were changed here and not sent. */
function createChanged(db: Database, self: string) {
  const joins = new Joins(db);
  // What this merge itself writes is noted as a change, too, until it settles.
  db.exec(`DROP TABLE IF EXISTS temp.unsent_before;
    CREATE TEMP TABLE unsent_before (kind TEXT, key INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID;
    INSERT INTO temp.unsent_before SELECT kind, key FROM sync_changes WHERE number IS NULL`);
  const find = changedFinder(db);
  const pairs: Pair[] = [];
  const superseded: number[] = [];
  return {
    meet(card: MergedCard, head: SegmentHead): void {
      const changed = find.get(card.id);
      if (changed === undefined) return;
      const here = joins.own(changed.key);
      const { explicitId, question, answer, changedAt = 0 } = card.own ?? card;
      const there = { question, answer, changed_at: changedAt };
      const isSame = here.question === question && here.answer === answer;
      const isKnownThere = changed.number !== null && changed.number <= (head.after[self] ?? 0);
      if (!isSame && !isKnownThere) {
        pairs.push({ card: changed.key, id: card.id, texts: [here, there] });
      }
      const isLater = changedAt > here.changed_at;
      const isCovered = changed.joined === 0 && changed.added_at >= card.addedAt;
      const isBehind = isOwnGuid(explicitId) && !isOwnGuid(here.explicit_id);
      if (isLater && isCovered && !isBehind) superseded.push(changed.key);
    },
    /** Forgets what needs no sending, and keeps texts that lost; returns the number of their cards. */
    settle(): number {
      db.exec(`DELETE FROM sync_changes WHERE number IS NULL
        AND (kind, key) NOT IN (SELECT kind, key FROM temp.unsent_before);
        DROP TABLE temp.unsent_before`);
      const drop = db.prepare(`DELETE FROM sync_changes WHERE kind = 'card' AND key = ?`);
      for (const key of superseded) drop.run(key);
      return keepLosers(db, pairs, joins);
    },
  };
}

/** Prepares to find a card that was changed here, before this merge, by its id. */
function changedFinder(db: Database) {
  return db.prepare<[string], ChangedCard>(
    `SELECT c.key, n.number, c.added_at,
       EXISTS (SELECT 1 FROM joined_cards j WHERE j.card = c.key) AS joined
     FROM cards c JOIN sync_changes n ON n.kind = 'card' AND n.key = c.key
     WHERE c.id = ? AND (n.number IS NOT NULL OR EXISTS (
       SELECT 1 FROM temp.unsent_before b WHERE b.kind = 'card' AND b.key = c.key))`,
  );
}

/** Notes the events that come from elsewhere and are here, unsent: they need no sending. */
function createSentElsewhere(db: Database) {
  const unsentEvent = unsentFinder(db);
  const came: number[] = [];
  return {
    meet(id: string): void {
      const seq = unsentEvent(id);
      if (seq !== undefined) came.push(seq);
    },
    settle(): void {
      noteCame(db, came);
    },
  };
}

/** Notes events that are here and came from others, too: they need no sending. */
function noteCame(db: Database, seqs: readonly number[]): void {
  const note = db.prepare('INSERT OR IGNORE INTO sync_came (first, last) VALUES (?, ?)');
  const sorted = [...new Set(seqs)].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at] ?? 0;
    let last = first;
    for (at += 1; sorted[at] === last + 1; at += 1) last += 1;
    note.run(first, last);
  }
}

/** Keeps of each pair the text that the card does not have now; returns the number of cards. */
function keepLosers(db: Database, pairs: readonly Pair[], joins: Joins): number {
  const cards = new Set<number>();
  for (const { card, id, texts } of pairs) {
    const now = joins.own(card);
    for (const { question, answer, changed_at } of texts) {
      const text = { card: id, changedAt: changed_at, question, answer };
      if (addUnlessShown(db, text, now)) cards.add(card);
    }
  }
  return cards.size;
}

/** Returns a function that finds the seq of an event that is here and not sent yet. */
function unsentFinder(db: Database): (id: string) => number | undefined {
  const any = db.prepare(`SELECT 1 FROM events e WHERE ${UNSENT_EVENT} LIMIT 1`).get();
  if (any === undefined) return () => undefined;
  const find = db
    .prepare<[string], number>(`SELECT e.seq FROM events e WHERE e.id = ? AND ${UNSENT_EVENT}`)
    .pluck();
  return (id) => find.get(id);
}

/**
 * Counts cards that were reviewed here and there without either knowing of the other's review.
 * Here is whatever other devices of this sync did not bring: a phone's reviews, or an agent's, too.
 */
function createReviewed(db: Database, self: string) {
  const isKnown = db.prepare<[string], number>('SELECT 1 FROM events WHERE id = ?').pluck();
  const sent = db
    .prepare<[number], number | null>('SELECT max(events) FROM sync_sent WHERE number <= ?')
    .pluck();
  const own = db
    .prepare<{ from: number; newest: number }, string>(
      `SELECT DISTINCT c.id FROM events e JOIN cards c ON c.key = e.card
       WHERE e.kind = 'review' AND e.seq > @from AND e.seq <= @newest AND e.device NOT IN
         (SELECT key FROM devices WHERE name IN (SELECT device FROM sync_taken))`,
    )
    .pluck();
  const newest = db.prepare<[], number>(`SELECT ${NEWEST_EVENT}`).pluck().get() ?? 0;
  const byNumber = new Map<number, ReadonlySet<string>>();
  const both = new Set<string>();

  function unknownThere(number: number): ReadonlySet<string> {
    const from = number === 0 ? 0 : (sent.get(number) ?? 0);
    const cards = byNumber.get(number) ?? new Set(own.all({ from, newest }));
    byNumber.set(number, cards);
    return cards;
  }

  return {
    meet({ id, card }: { readonly id: string; readonly card: string }, head: SegmentHead): void {
      const isOurs = unknownThere(head.after[self] ?? 0).has(card);
      if (isOurs && isKnown.get(id) === undefined) both.add(card);
    },
    count: () => both.size,
  };
}
