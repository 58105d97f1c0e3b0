import type { Migration } from './migration.js';

/** SQL of the day on which the card of that row of `memory` waits; NULL for one that is not counted. */
const dayOf = (row: string) =>
  `CASE WHEN ${row}.active = 1 AND ${row}.suspended = 0 THEN
    CASE ${row}.state WHEN 'new' THEN -1000000 WHEN 'review' THEN ${row}.due_day END END`;

/** What is added to a count; one that comes to nothing goes, or every past day would keep its rows. */
const add = (day: string, rows: string, by: string) => `
  INSERT INTO queue_counts (day, kind, name, cards)
  ${rows} ON CONFLICT DO UPDATE SET cards = cards + excluded.cards;
  ${by.startsWith('-') ? `DELETE FROM queue_counts WHERE day = ${day} AND cards = 0;` : ''}`;

/** Adds a card to, or takes it from, the counts of a day, where there is one. */
const addCard = (card: string, day: string, by: string) =>
  add(
    day,
    `SELECT ${day}, kind, name, ${by} FROM card_groups WHERE card = ${card} AND ${day} IS NOT NULL`,
    by,
  );

/** Adds to one count of the day on which a card waits, where it does. */
const addOne = (card: string, kind: string, name: string, by: string) => {
  const day = `(SELECT ${dayOf('y')} FROM memory y WHERE y.card = ${card})`;
  return add(
    day,
    `SELECT d.day, '${kind}', ${name}, ${by} FROM (SELECT ${day} AS day) d WHERE d.day IS NOT NULL`,
    by,
  );
};

/** Adds all cards of a module to the counts of a part. */
const addModule = (module: string, part: string, by: string) => `
  INSERT INTO queue_counts (day, kind, name, cards)
  SELECT ${dayOf('y')}, 'part', ${part}, ${by}count(*)
  FROM cards c JOIN memory y ON y.card = c.key
  WHERE c.module = ${module} AND ${dayOf('y')} IS NOT NULL GROUP BY 1
  ON CONFLICT DO UPDATE SET cards = cards + excluded.cards;`;

const partOf = (module: string) => `(SELECT part_folded FROM modules WHERE key = ${module})`;

const recount = (kind: string, name: string, join: string) => `
SELECT ${dayOf('y')}, '${kind}', ${name}, count(*) FROM memory y ${join}
WHERE ${dayOf('y')} IS NOT NULL GROUP BY 1, 3`;

const before = `
DROP TRIGGER new_cards_come;
DROP TRIGGER new_cards_go;
DROP TRIGGER new_cards_enter;
DROP TRIGGER new_cards_leave;
DROP TRIGGER new_cards_move;
DROP TRIGGER new_cards_change_stars;
DROP TRIGGER new_cards_get_company;
DROP TRIGGER new_cards_lose_company;
DROP TRIGGER new_cards_pass_company;
DROP VIEW new_card_recount;
DROP TABLE new_card_counts;
DROP INDEX memory_new_buried;
`;

const tables = `
-- How many cards wait from which day on: new ones and those in review; suspended and retired ones
-- left out, buried ones not. \`viva due\` looked every waiting card up on a page of its own.
CREATE TABLE queue_counts (
  -- The day on which a card in review falls due; of new cards -1000000.
  day INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('stars', 'company', 'part')),
  -- Stars, or the folded name of a company or part.
  name ANY NOT NULL,
  cards INTEGER NOT NULL,
  PRIMARY KEY (day, kind, name)
) STRICT, WITHOUT ROWID;

-- By what each card is counted.
CREATE VIEW card_groups (card, kind, name) AS
SELECT key, 'stars', stars FROM cards
UNION ALL SELECT card, 'company', name_folded FROM card_companies
UNION ALL SELECT c.key, 'part', m.part_folded FROM cards c JOIN modules m ON m.key = c.module;

-- What the counts are to be.
CREATE VIEW queue_recount (day, kind, name, cards) AS
${[
  recount('stars', 'c.stars', 'JOIN cards c ON c.key = y.card'),
  recount('company', 'x.name_folded', 'JOIN card_companies x ON x.card = y.card'),
  recount('part', 'm.part_folded', 'JOIN modules m ON m.key = y.module'),
].join('\nUNION ALL')};

-- The few that the counts hold but that do not wait today.
CREATE INDEX memory_buried ON memory (buried_until, due_day, state)
  WHERE active = 1 AND suspended = 0 AND buried_until IS NOT NULL;

-- The modules of a part, the first of the syllabus first.
CREATE INDEX modules_by_part
  ON modules (part_folded, retired_at IS NOT NULL, collection, number IS NULL, number);
`;

const triggers = `
CREATE TRIGGER queue_counts_come AFTER INSERT ON memory WHEN ${dayOf('new')} IS NOT NULL BEGIN
${addCard('new.card', dayOf('new'), '1')}
END;
CREATE TRIGGER queue_counts_go AFTER DELETE ON memory WHEN ${dayOf('old')} IS NOT NULL BEGIN
${addCard('old.card', dayOf('old'), '-1')}
END;
CREATE TRIGGER queue_counts_move AFTER UPDATE OF active, suspended, state, due_day ON memory
WHEN ${dayOf('new')} IS NOT ${dayOf('old')} BEGIN
${addCard('old.card', dayOf('old'), '-1')}
${addCard('new.card', dayOf('new'), '1')}
END;
-- Before: the triggers above read the stars and the module that the card has by then.
CREATE TRIGGER queue_counts_change_stars BEFORE UPDATE OF stars ON cards
WHEN old.stars <> new.stars BEGIN
${addOne('old.key', 'stars', 'new.stars', '1')}
${addOne('old.key', 'stars', 'old.stars', '-1')}
END;
CREATE TRIGGER queue_counts_change_module BEFORE UPDATE OF module ON cards
WHEN old.module <> new.module BEGIN
${addOne('old.key', 'part', partOf('new.module'), '1')}
${addOne('old.key', 'part', partOf('old.module'), '-1')}
END;
CREATE TRIGGER queue_counts_change_part BEFORE UPDATE OF part_folded ON modules
WHEN old.part_folded <> new.part_folded BEGIN
${addModule('old.key', 'new.part_folded', '')}
${addModule('old.key', 'old.part_folded', '-')}
  DELETE FROM queue_counts WHERE kind = 'part' AND name = old.part_folded AND cards = 0;
END;
CREATE TRIGGER queue_counts_get_company AFTER INSERT ON card_companies BEGIN
${addOne('new.card', 'company', 'new.name_folded', '1')}
END;
CREATE TRIGGER queue_counts_lose_company AFTER DELETE ON card_companies BEGIN
${addOne('old.card', 'company', 'old.name_folded', '-1')}
END;
CREATE TRIGGER queue_counts_pass_company AFTER UPDATE OF card, name_folded ON card_companies BEGIN
${addOne('new.card', 'company', 'new.name_folded', '1')}
${addOne('old.card', 'company', 'old.name_folded', '-1')}
END;

INSERT INTO queue_counts SELECT day, kind, name, cards FROM queue_recount;
`;

/** Counts of waiting cards by day that are kept, not counted; see `Waiting.waitingBy`. */
export const queueCounts: Migration = {
  version: 10,
  apply(db) {
    for (const part of [before, tables, triggers]) db.exec(part);
  },
};
