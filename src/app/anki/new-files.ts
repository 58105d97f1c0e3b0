import { join } from 'node:path';
import { writeCard } from '../../deck/write/card.js';
import { moduleFileName } from '../../deck/write/file-name.js';
import type { DeckCard } from '../../model/card.js';
import type { DeckModule } from '../../model/module.js';
import type { PlannedFile } from '../import/planned-files.js';
import type { Files } from '../import/ports.js';
import { readModules } from '../import/read-modules.js';
import { writeAsItIs } from '../import/write-as-it-is.js';

/**
 * Plans the files of modules with new cards in a folder. Where there is a file for
 * such a module, the cards are put behind those in it and nothing else of it is
 * touched; where they cannot be, they get a file of their own.
 */
export function planFiles(
  folder: string,
  modules: readonly DeckModule[],
  files: Files,
): PlannedFile[] {
  const taken = new Set<string>();
  return modules.map((module) => {
    for (;;) {
      const path = join(folder, moduleFileName(module, taken));
      const kind = files.kindOf(path);
      if (kind === 'missing') return { path, text: writeAsItIs(module) };
      const text = kind === 'file' ? withCards(path, module, files) : null;
      if (text !== null) return { path, text };
    }
  });
}

/** The text of a module's file with the cards at its end; null where it would not be read so. */
function withCards(path: string, module: DeckModule, files: Files): string | null {
  const text = Buffer.from(files.readBytes(path)).toString('utf8');
  const before = read(path, text);
  if (before === null || !isSameModule(before, module)) return null;
  const tags = module.tags.filter((tag) => !before.tags.includes(tag));
  const there = new Set(before.cards.map(({ explicitId }) => explicitId));
  // An import that was cut off may have left them there.
  const cards = module.cards
    .filter(({ explicitId }) => !there.has(explicitId))
    .map((card) => ({ ...card, tags: [...tags, ...card.tags] }));
  if (cards.length === 0) return text;
  const added = `${text.trimEnd()}\n\n${cards.map(writeCard).join('\n\n')}\n`;
  return isSame(read(path, added)?.cards ?? [], [...before.cards, ...cards]) ? added : null;
}

function read(path: string, text: string): DeckModule | null {
  const { modules } = readModules(path, Buffer.from(text, 'utf8'));
  return modules.length === 1 ? (modules[0] ?? null) : null;
}

function isSameModule(a: DeckModule, b: DeckModule): boolean {
  return a.title === b.title && a.number === b.number && a.part === b.part;
}

function isSame(read: readonly DeckCard[], wanted: readonly DeckCard[]): boolean {
  return (
    read.length === wanted.length &&
    read.every(({ question, answer, explicitId }, at) => {
      const card = wanted[at];
      return (
        card?.question === question && card.answer === answer && card.explicitId === explicitId
      );
    })
  );
}
