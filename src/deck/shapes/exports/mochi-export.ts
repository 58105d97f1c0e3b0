import * as z from '../../../model/schema.js';
import { counted } from '../../../model/text/counted.js';
import { findGaps, gapCards, MARKED_GAP } from '../../text/gaps.js';
import { FenceReader } from '../../text/lines.js';
import type { Page } from '../page/page.js';
import type { Ballot, Unit } from '../shape.js';
import { unframed } from '../unit/text.js';
import { parseEdn } from './edn.js';
import { parseTransit } from './transit.js';

const MAX_PATH = 20;

const field = z.looseObject({ value: z.optional(z.unknown()) });
const card = z.looseObject({
  content: z.optional(z.string()),
  'deck-id': z.optional(z.string()),
  'template-id': z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.unknown())),
  'trashed?': z.optional(z.unknown()),
});
const template = z.looseObject({
  id: z.optional(z.string()),
  content: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.looseObject({ name: z.optional(z.string()) }))),
});
const deck = z.looseObject({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  'parent-id': z.optional(z.string()),
  cards: z.optional(z.array(card)),
  'trashed?': z.optional(z.unknown()),
});
const exported = z.looseObject({
  decks: z.optional(z.array(deck)),
  cards: z.optional(z.array(card)),
  templates: z.optional(z.array(template)),
});
type MochiExport = z.infer<typeof exported>;
type MochiCard = z.infer<typeof card>;
type MochiDeck = z.infer<typeof deck>;
type Templates = ReadonlyMap<string, z.infer<typeof template>>;

/** What a file `.mochi` holds, `data.json` or `data.edn`; null for any other text. */
export function voteForExport({ source: { text } }: Page): Ballot | null {
  const start = text.slice(0, 1000).trimStart();
  if (!/^(?:\{|\["\^ ")/.test(start) || !/"~:|:(?:decks|cards|version)\b/.test(start)) return null;
  const parsed = exported.safeParse(start.includes('"~:') ? parseTransit(text) : parseEdn(text));
  // Nothing else in it is meant for a person to read.
  if (!parsed.success) return start.includes('"~:') ? ballotOf([], 'that is damaged') : null;
  const { decks = [] } = parsed.data;
  const templates = new Map((parsed.data.templates ?? []).map((each) => [each.id ?? '', each]));
  const units = cardsOf(parsed.data).flatMap(({ path, own }) => unitsOf(own, path, templates));
  if (units.length === 0 && decks.length === 0) return null;
  return ballotOf(units, `of ${counted(decks.length, 'deck')}`);
}

function ballotOf(units: Unit[], what: string): Ballot {
  return {
    confidence: 0.99,
    why: `an export of Mochi ${what}`,
    line: 0,
    isSigned: true,
    read: () => units,
  };
}

/** The cards, in their decks or beside them, with the names of their decks. */
function cardsOf({ decks = [], cards = [] }: MochiExport) {
  const known = new Map(decks.map((each) => [each.id ?? '', each]));
  const inDecks = decks.flatMap((each) => {
    const path = pathOf(each, known);
    return each['trashed?'] ? [] : (each.cards ?? []).map((own) => ({ path, own }));
  });
  const beside = cards.map((own) => ({
    path: pathOf(known.get(own['deck-id'] ?? ''), known),
    own,
  }));
  return [...inDecks, ...beside].filter(({ own }) => !own['trashed?']);
}

function pathOf(from: MochiDeck | undefined, known: ReadonlyMap<string, MochiDeck>): string[] {
  const path: string[] = [];
  for (let at = from; at !== undefined && path.length < MAX_PATH; ) {
    if (at.name !== undefined) path.unshift(at.name);
    at = known.get(at['parent-id'] ?? 'none');
  }
  return path;
}

function unitsOf(own: MochiCard, path: readonly string[], templates: Templates): Unit[] {
  const content = contentOf(own, templates).replaceAll(/\{\{\d{1,3}::/g, '{{');
  const [front = '', ...sides] = sidesOf(content);
  const place = { line: 0, stars: null, companies: [], path };
  const answer = sides.filter((side) => side !== '').join('\n\n---\n\n');
  if (answer !== '' && front !== '') return [{ ...place, question: front, answer }];
  const text = unframed(content).trim();
  const gaps = gapCards(text, findGaps(text, MARKED_GAP));
  if (gaps.length > 0) return gaps.map((gap) => ({ ...place, ...gap }));
  return text === '' ? [] : [{ ...place, question: text, answer: '' }];
}

/** A card's own text, or that of its template with the card's fields in it. */
function contentOf({ content = '', fields = {}, ...own }: MochiCard, templates: Templates): string {
  const used = templates.get(own['template-id'] ?? 'none');
  if (used?.content === undefined) return content;
  const values = new Map(
    Object.entries(used.fields ?? {}).map(([id, { name = '' }]) => [name, fieldText(fields[id])]),
  );
  return used.content.replaceAll(
    /<<\s*([^<>\n]{1,200}?)\s*>>/g,
    (_, name: string) => values.get(name) ?? '',
  );
}

function fieldText(given: unknown): string {
  const read = field.safeParse(given);
  return read.success && typeof read.data.value === 'string' ? read.data.value : '';
}

/** The sides of a card: what lines of `---` divide, in no code. */
function sidesOf(content: string): string[] {
  const sides: string[][] = [[]];
  const fences = new FenceReader();
  for (const line of content.replaceAll(/\r\n?/g, '\n').split('\n')) {
    if (!fences.isCode(line) && /^-{3,}[ \t]*$/.test(line)) sides.push([]);
    else sides.at(-1)?.push(line);
  }
  return sides.map((lines) => unframed(withPlainEnd(lines.join('\n').trim())).trim());
}

/** A heading at the end of a side has nothing below it: it is what the side says. */
const withPlainEnd = (side: string) => side.replace(/(^|\n)#{1,6}[ \t]+([^\n]*)$/, '$1$2');
