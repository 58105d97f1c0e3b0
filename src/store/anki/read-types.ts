import type { Database } from 'better-sqlite3';
import type { AnkiCollection, AnkiDeck, AnkiNoteType } from '../../model/anki.js';
import { groupBy } from '../../model/groups.js';
import * as z from '../../model/schema.js';
import { readMessage, textField } from './protobuf.js';

type Types = Pick<AnkiCollection, 'decks' | 'noteTypes'>;

const id = z.coerce.number().check(z.int());
const byOrder = (a: { ord: number }, b: { ord: number }) => a.ord - b.ord;

const decksJson = z.record(
  z.string(),
  z.object({ id, name: z.string(), desc: z._default(z.string(), '') }),
);

const modelsJson = z.record(
  z.string(),
  z.object({
    id,
    name: z.string(),
    type: z._default(z.int(), 0),
    css: z._default(z.string(), ''),
    flds: z.array(z.object({ name: z.string(), ord: z.int() })),
    tmpls: z.array(
      z.object({ name: z.string(), ord: z.int(), qfmt: z.string(), afmt: z.string() }),
    ),
  }),
);

/** Reads decks and note types of schema 11: JSON in the one row of "col". */
export function readSchema11(db: Database): Types {
  const row = z
    .object({ decks: z.string(), models: z.string() })
    .parse(db.prepare('SELECT decks, models FROM col').get());
  const decks = Object.values(decksJson.parse(JSON.parse(row.decks)));
  const models = Object.values(modelsJson.parse(JSON.parse(row.models)));
  return {
    decks: decks.map(({ desc, ...deck }) => ({ ...deck, description: desc })),
    noteTypes: models.map(({ id, name, type, css, flds, tmpls }) => ({
      id,
      name,
      cloze: type === 1,
      css,
      fields: flds.toSorted(byOrder).map((field) => field.name),
      templates: tmpls.toSorted(byOrder).map((template) => ({
        name: template.name,
        question: template.qfmt,
        answer: template.afmt,
      })),
    })),
  };
}

/*
 * Newer schemas have tables, with details as protobuf messages whose numbers
 * are those of ankitects/anki, proto/anki/notetypes.proto and decks.proto. An
 * index over names is in an order that is Anki's own: NOT INDEXED.
 */
const bytes = z.instanceof(Uint8Array);
const typeRow = z.object({ id: z.int(), name: z.string(), config: bytes });
const partRow = z.object({ type: z.int(), ord: z.int(), name: z.string(), config: bytes });
const deckRow = z.object({ id: z.int(), name: z.string(), kind: bytes });

/** Reads decks and note types of schemas 15 to 18. */
export function readModern(db: Database): Types {
  const fields = readParts(db, 'fields');
  const templates = readParts(db, 'templates');
  const types = db.prepare('SELECT id, name, config FROM notetypes NOT INDEXED').all();
  return {
    decks: db.prepare('SELECT id, name, kind FROM decks NOT INDEXED').all().map(modernDeck),
    noteTypes: z
      .array(typeRow)
      .parse(types)
      .map((type) => modernType(type, fields.get(type.id), templates.get(type.id))),
  };
}

type Part = z.infer<typeof partRow>;

function readParts(db: Database, table: 'fields' | 'templates'): Map<number, Part[]> {
  const rows = db.prepare(`SELECT ntid AS type, ord, name, config FROM ${table} NOT INDEXED`).all();
  return groupBy(z.array(partRow).parse(rows).sort(byOrder), ({ type }) => type);
}

function modernType(
  { id, name, config }: z.infer<typeof typeRow>,
  fields: readonly Part[] = [],
  templates: readonly Part[] = [],
): AnkiNoteType {
  const message = readMessage(config);
  return {
    id,
    name,
    cloze: message.get(1) === 1,
    css: textField(message, 3),
    fields: fields.map((field) => field.name),
    templates: templates.map((template) => {
      const formats = readMessage(template.config);
      return {
        name: template.name,
        question: textField(formats, 1),
        answer: textField(formats, 2),
      };
    }),
  };
}

function modernDeck(row: unknown): AnkiDeck {
  const { id, name, kind } = deckRow.parse(row);
  const normal = readMessage(kind).get(1);
  return {
    id,
    // The levels of a deck's name are parted by U+001F here.
    name: name.replaceAll('\u001f', '::'),
    description: normal instanceof Uint8Array ? textField(readMessage(normal), 4) : '',
  };
}
