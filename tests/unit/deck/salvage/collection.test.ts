import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { type Salvaged, salvage } from '../../../../src/deck/salvage/salvage.js';
import type { DeckCard } from '../../../../src/model/card.js';
import type { DeckModule } from '../../../../src/model/module.js';
import { CORPUS } from '../../../support/corpus.js';
import { cpuTime } from '../../../support/cpu-time.js';
import { damageEncoding, flatten } from './damage.js';

const FOLDER = new URL('../../../../../shared/corpus/', import.meta.url);
const COLLECTION = new URL('transformer-math-collection.txt', FOLDER);
const MODULES = new URL('modules/', FOLDER);

interface Read {
  readonly damaged: string;
  readonly salvaged: Salvaged;
  readonly modules: readonly DeckModule[];
}

let read: Read | undefined;

/** Reads the collection once, on first use: where it is absent nothing asks for it. */
function collection(): Read {
  if (read === undefined) {
    const damaged = readFileSync(COLLECTION, 'utf8');
    const salvaged = salvage('collection.txt', damaged);
    const { modules } = parseDeckFile('collection.txt', salvaged.text);
    read = { damaged, salvaged, modules };
  }
  return read;
}

function countBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]) {
  const counts: Record<string, number> = {};
  for (const key of items.flatMap(keysOf)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const pair = ({ stars, companies, question, answer }: DeckCard) => [
  stars,
  companies,
  question,
  answer,
];
const cards = () => collection().modules.flatMap((module) => module.cards);

describe.skipIf(!existsSync(COLLECTION))('the damaged collection', () => {
  it('holds its modules, part by part', () => {
    expect(countBy(collection().modules, (module) => [module.part])).toEqual(CORPUS.parts);
    const numbers = collection().modules.map((module) => module.number);
    expect(numbers).toEqual(Array.from({ length: CORPUS.modules }, (_, number) => number));
  });

  it('holds its cards with their stars and companies', () => {
    expect(countBy(cards(), (card) => [String(card.stars)])).toEqual(CORPUS.stars);
    expect(countBy(cards(), (card) => card.companies)).toEqual(CORPUS.companies);
  });

  it('says what it repaired', () => {
    const { repaired, diagnostics } = collection().salvaged;
    expect(repaired).toEqual({ encoding: 4039, lost: 14, residue: 211, flattened: true });
    expect(countBy(diagnostics, ({ code }) => [code])).toEqual({
      'encoding-repaired': 1,
      'encoding-lost': 14,
      flattened: 1,
      'jsx-residue': 1,
    });
  });

  it('marks as lost only emoji of seven modules, each at its place', () => {
    const { damaged, salvaged } = collection();
    const lines = damaged.split('\n');
    const lost = salvaged.diagnostics.filter(({ code }) => code === 'encoding-lost');
    for (const { line, column } of lost) {
      const place = lines[line - 1]?.slice(column - 3, column + 2) ?? '';
      expect(place).toMatch(/^(?:: "|" "|- # |. # )?.*[๐โ]/u);
      expect(lines[line - 1]?.slice(column - 1, column)).toMatch(/[๐โ]/);
    }
    const text = cards().map((card) => card.question + card.answer);
    expect(text.join('')).not.toContain('\ufffd');
  });

  it('keeps no trace of the wrong encoding, nor of JSX, in any part', () => {
    const { text } = collection().salvaged;
    expect(text).not.toMatch(/[\u0e00-\u0e7f\u0080-\u009f]/);
    expect(text).not.toMatch(/[ÂÃâð][\u0080-\u00bf€‚„†‡ˆ‰Š‹Œ˜™š›œžŸ]/);
    const prose = collection().modules.flatMap(({ extras, cards }) => [
      extras.keyQuestion,
      ...extras.insights,
      ...cards.flatMap((card) => [card.question, card.answer]),
    ]);
    for (const part of prose) expect(part).not.toMatch(/\{["'][^\w]*["']\}|" \/>/);
  });

  it('keeps what was right already', () => {
    const { damaged, salvaged } = collection();
    for (const quote of ['“', '”']) {
      const alone = new RegExp(`(?<![\u0e00-\u0e7f\u0080-\uffff])${quote}(?![\u0080-\uffff])`, 'g');
      expect(salvaged.text.match(alone)?.length).toBe(damaged.match(alone)?.length);
    }
  });

  it('puts every finding of the parser and every card where it stood', () => {
    const { damaged, salvaged, modules } = collection();
    const lines = damaged.split('\n');
    for (const card of modules.flatMap((module) => module.cards)) {
      const { line, column } = salvaged.placeOf(card.line, 1);
      expect(lines[line - 1]?.slice(column - 1)).toMatch(/^### โ˜…(?:โ˜[…†]){2}/);
    }
  });

  it('is salvaged for good', () => {
    const { text } = collection().salvaged;
    expect(salvage('again.md', text).changed).toBe(false);
  });

  it('gives the same cards beside a person’s own Thai notes', () => {
    const note = '\nบันทึก: โมเดลภาษา “รถ แบบ ยก” ใช้ทรานส์ฟอร์เมอร์ — รก…\n';
    const { text } = salvage('x', note + collection().damaged);
    expect(text.startsWith(note)).toBe(true);
    const again = parseDeckFile('x', text).modules.flatMap((module) => module.cards);
    expect(again.map((card) => card.question)).toEqual(cards().map((card) => card.question));
  });

  it('gives the same cards module by module', () => {
    const parts = collection()
      .damaged.split(/(?=--- title:)/)
      .slice(1);
    const alone = parts.flatMap((part) => parseDeckFile('x', salvage('x', part).text).modules);
    expect(alone.map((module) => module.cards.map(pair))).toEqual(
      collection().modules.map((module) => module.cards.map(pair)),
    );
  });

  it('is mended the same where only its encoding or only its lines are damaged', () => {
    const { text } = collection().salvaged;
    const lines = parseDeckFile('x', salvage('x', damageEncoding(text, 'windows-874')).text);
    expect(lines.modules.flatMap((module) => module.cards.map(pair))).toEqual(cards().map(pair));
    const flat = flatten(text);
    const restored = salvage('x', flat);
    expect(restored.repaired).toMatchObject({ encoding: 0, lost: 0, flattened: true });
    const again = parseDeckFile('x', restored.text).modules;
    expect(again.flatMap((module) => module.cards.map(pair))).toEqual(cards().map(pair));
  });

  it('is read quickly', () => {
    const { damaged } = collection();
    const start = cpuTime();
    salvage('again.txt', damaged);
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});

describe.skipIf(!existsSync(MODULES))('a clean conversion of the collection', () => {
  const files = existsSync(MODULES) ? readdirSync(MODULES).sort() : [];
  // One text of all, for salvage to mend the leftovers of JSX that the conversion kept.
  const reference = () => {
    const text = files.map((file) => readFileSync(new URL(file, MODULES), 'utf8')).join('\n');
    return parseDeckFile('reference.md', salvage('reference.md', text).text).modules;
  };
  // The conversion has U+FFFD for more characters than are lost, and lost a no-break space.
  const agrees = (ours: string, theirs: string) => {
    const quoted = theirs.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\ufffd', '.');
    return new RegExp(`^${quoted}$`, 'us').test(ours.replaceAll(/\s+/g, ' '));
  };

  it('has the same modules', () => {
    const head = (module: DeckModule) => [module.title, module.part, module.number];
    expect(collection().modules.map(head)).toEqual(reference().map(head));
  });

  it('has the same questions, answers, stars and companies', () => {
    const pairs = (modules: readonly DeckModule[]) =>
      modules.map((module) =>
        module.cards.map((card) => [card.stars, card.companies, card.question, card.answer]),
      );
    expect(pairs(collection().modules)).toEqual(pairs(reference()));
  });

  it('has the same extras but for its own losses', () => {
    for (const [index, theirs] of reference().entries()) {
      const ours = collection().modules[index];
      expect(ours?.subtitle).toBe(theirs.subtitle);
      expect(ours?.tags).toEqual(theirs.tags);
      expect(ours?.extras.keyQuestion).toBe(theirs.extras.keyQuestion);
      expect(ours?.extras.code).toBe(theirs.extras.code);
      expect(ours?.extras.related).toEqual(theirs.extras.related);
      expect(agrees(ours?.emoji ?? '', theirs.emoji)).toBe(true);
      for (const [at, insight] of theirs.extras.insights.entries()) {
        expect(agrees(ours?.extras.insights[at] ?? '', insight)).toBe(true);
      }
      // The conversion left one list of links out.
      if (theirs.extras.reading.length !== 0) {
        expect(ours?.extras.reading).toEqual(theirs.extras.reading);
      }
    }
  });
});
