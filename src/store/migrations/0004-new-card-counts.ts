import type { Migration } from './migration.js';

const WAITS = (row: string) =>
  `${row}.active = 1 AND ${row}.suspended = 0 AND ${row}.state = 'new'`;

/** Adds the card in `card` to, or takes it from, the counts of its stars and companies. */
const change = (card: string, by: string) => `
  INSERT INTO new_card_counts (kind, name, cards)
  SELECT 'stars', stars, ${by} FROM cards WHERE key = ${card}
  ON CONFLICT DO UPDATE SET cards = cards + excluded.cards;
  INSERT INTO new_card_counts (kind, name, cards)
  SELECT 'company', name_folded, ${by} FROM card_companies WHERE card = ${card}
  ON CONFLICT DO UPDATE SET cards = cards + excluded.cards;`;

const changeOne = (kind: string, name: string, by: string, condition: string) => `
  INSERT INTO new_card_counts (kind, name, cards) SELECT '${kind}', ${name}, ${by}
  WHERE ${condition} ON CONFLICT DO UPDATE SET cards = cards + excluded.cards;`;

const changeAll = (row: string, by: string) =>
  changeOne('module', `${row}.module`, by, 'true') + change(`${row}.card`, by);

const isNew = (card: string) =>
  `EXISTS (SELECT 1 FROM memory y WHERE y.card = ${card} AND ${WAITS('y')})`;

const counts = `
-- How many new cards wait, suspended and retired ones left out, buried ones not: most cards of a
-- large collection are new for months, and \`viva due\` counted them one by one.
CREATE TABLE new_card_counts (
  kind TEXT NOT NULL CHECK (kind IN ('module', 'stars', 'company')),
  -- A module's key, stars, or a company's folded name.
  name ANY NOT NULL,
  cards INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- What the counts are to be.
CREATE VIEW new_card_recount (kind, name, cards) AS
SELECT 'module', y.module, count(*) FROM memory y WHERE ${WAITS('y')} GROUP BY y.module
UNION ALL SELECT 'stars', c.stars, count(*)
FROM memory y JOIN cards c ON c.key = y.card WHERE ${WAITS('y')} GROUP BY c.stars
UNION ALL SELECT 'company', x.name_folded, count(*)
FROM memory y JOIN card_companies x ON x.card = y.card WHERE ${WAITS('y')} GROUP BY x.name_folded;

CREATE TRIGGER new_cards_come AFTER INSERT ON memory WHEN ${WAITS('new')} BEGIN
${changeAll('new', '1')}
END;
CREATE TRIGGER new_cards_go AFTER DELETE ON memory WHEN ${WAITS('old')} BEGIN
${changeAll('old', '-1')}
END;
CREATE TRIGGER new_cards_enter AFTER UPDATE OF active, suspended, state ON memory
WHEN (${WAITS('new')}) AND NOT (${WAITS('old')}) BEGIN
${changeAll('new', '1')}
END;
CREATE TRIGGER new_cards_leave AFTER UPDATE OF active, suspended, state ON memory
WHEN (${WAITS('old')}) AND NOT (${WAITS('new')}) BEGIN
${changeAll('old', '-1')}
END;
CREATE TRIGGER new_cards_move AFTER UPDATE OF module ON memory
WHEN old.module <> new.module AND (${WAITS('old')}) AND (${WAITS('new')}) BEGIN
${changeOne('module', 'old.module', '-1', 'true')}
${changeOne('module', 'new.module', '1', 'true')}
END;
-- Before: the triggers above read the stars that the card has by then.
CREATE TRIGGER new_cards_change_stars BEFORE UPDATE OF stars ON cards
WHEN old.stars <> new.stars BEGIN
${changeOne('stars', 'old.stars', '-1', isNew('old.key'))}
${changeOne('stars', 'new.stars', '1', isNew('old.key'))}
END;
CREATE TRIGGER new_cards_get_company AFTER INSERT ON card_companies BEGIN
${changeOne('company', 'new.name_folded', '1', isNew('new.card'))}
END;
CREATE TRIGGER new_cards_lose_company AFTER DELETE ON card_companies BEGIN
${changeOne('company', 'old.name_folded', '-1', isNew('old.card'))}
END;
CREATE TRIGGER new_cards_pass_company AFTER UPDATE OF card, name_folded ON card_companies BEGIN
${changeOne('company', 'old.name_folded', '-1', isNew('old.card'))}
${changeOne('company', 'new.name_folded', '1', isNew('new.card'))}
END;

-- The few that the counts hold but that do not wait today.
CREATE INDEX memory_new_buried ON memory (buried_until, module)
  WHERE active = 1 AND suspended = 0 AND state = 'new' AND buried_until IS NOT NULL;

INSERT INTO new_card_counts SELECT kind, name, cards FROM new_card_recount;
`;

/** Counts of new cards that are kept, not counted; see `Waiting.waitingBy`. */
export const newCardCounts: Migration = {
  version: 4,
  apply(db) {
    db.exec(counts);
  },
};
