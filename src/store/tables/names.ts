import type { Database } from 'better-sqlite3';
import type { Cards } from '../../app/cards/ports.js';
import { MODULE_ORDER } from './card-record.js';

type Kind = Parameters<Cards['names']>[0];

/** SQL for the spelling under which a company is shown, that of its first card, by its folded name. */
export function companySpelling(folded: string): string {
  return `(SELECT s.name FROM card_companies s WHERE s.name_folded = ${folded} ORDER BY s.card LIMIT 1)`;
}

const LIVE = `cards c JOIN modules m ON m.key = c.module
  JOIN collections k ON k.key = m.collection`;

const SELECTS: Readonly<Record<Kind, string>> = {
  company: `SELECT ${companySpelling('x.name_folded')} AS name, count(*) AS cards
    FROM card_companies x JOIN cards c ON c.key = x.card
    WHERE c.retired_at IS NULL GROUP BY x.name_folded ORDER BY cards DESC, name`,
  tag: `SELECT min(t.name) AS name, count(DISTINCT t.card) AS cards
    FROM (SELECT c.key AS card, m.name, m.name_folded FROM module_tags m JOIN cards c ON c.module = m.module
      UNION ALL SELECT card, name, name_folded FROM card_tags) t JOIN cards c ON c.key = t.card
    WHERE c.retired_at IS NULL GROUP BY t.name_folded ORDER BY cards DESC, name`,
  part: `SELECT m.part AS name, count(*) AS cards FROM ${LIVE}
    WHERE c.retired_at IS NULL AND m.part <> '' GROUP BY m.part_folded
    ORDER BY min(m.collection), min(m.number) IS NULL, min(m.number), min(m.key)`,
  module: `SELECT m.title AS name, count(*) AS cards FROM ${LIVE}
    WHERE c.retired_at IS NULL GROUP BY m.title_folded ORDER BY ${MODULE_ORDER}`,
  collection: `SELECT k.name AS name, count(*) AS cards FROM ${LIVE}
    WHERE c.retired_at IS NULL GROUP BY k.key ORDER BY k.key`,
};

/**
 * Returns every name of a kind that a live card has, with its number of live
 * cards: companies and tags by that number, the rest in the order of the
 * syllabus.
 */
export function findNames(db: Database, kind: Kind): { name: string; cards: number }[] {
  return db.prepare<[], { name: string; cards: number }>(SELECTS[kind]).all();
}
