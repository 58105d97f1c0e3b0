import { join, relative } from 'node:path';
import { type CardEdit, type ModuleOverlay, writeOverlay } from '../../deck/edit/overlay.js';
import { planImport } from '../../deck/identity/plan-import.js';
import type { DeckCard } from '../../model/card.js';
import type { PlannedModule, StoredCard } from '../../model/import.js';
import { type DeckModule, moduleKey } from '../../model/module.js';
import { once } from '../../model/once.js';
import * as z from '../../model/schema.js';
import { importDecks } from './import.js';
import { findOverlays, newOverlayFile } from './overlays.js';
import type { Files, Library } from './ports.js';
import { readModules } from './read-modules.js';

/** By file of the bundled decks, below their folder, the hash of what was copied last. */
const manifestSchema = once(() => z.record(z.string(), z.string()));

/** Beside the copies. */
const MANIFEST = '.bundled.json';

export interface OwnDecks {
  /** Folder of the bundled decks. */
  readonly bundled: string;
  /** Folder of the copy that earlier versions made of them for the person's edits. */
  readonly own: string;
  /** Folder of overlays. */
  readonly edits: string;
  readonly collection: string;
  /** ms since 1970. */
  readonly now: number;
}

/**
 * Makes overlays of what a person changed in their copy of the bundled decks,
 * as earlier versions made one. Files that they did not change are removed from
 * the copy, and those that they did stay where they are, of no more effect. Does
 * nothing where there is no such copy. May be run again after it was cut off.
 */
export function moveOwnDecks(decks: OwnDecks, store: Library, files: Files): void {
  const { own, edits, collection, now } = decks;
  const isInUse = store.sources().some(({ source }) => source === own);
  if (files.kindOf(own) !== 'folder') return;
  if (!isInUse && files.kindOf(join(own, MANIFEST)) === 'missing') return;
  const manifest = readManifest(own, files);
  const copies = files.findModuleFiles(own).map(({ path }) => path);
  // What was edited since the last import is known to the store only after this.
  if (copies.length > 0) {
    const root = { kind: 'path', path: own } as const;
    importDecks({ root, as: collection, dryRun: false, edits, now }, store, files);
  }
  const hashOf = (path: string) => files.hashBytes(files.readBytes(path));
  const isUntouched = (path: string) => hashOf(path) === manifest[relative(own, path)];
  const changed = copies.filter((path) => !isUntouched(path));
  const deleted = Object.keys(manifest).filter((name) => !copies.includes(join(own, name)));
  for (const name of [...changed.map((path) => relative(own, path)), ...deleted]) {
    overlayFile(name, manifest[name] ?? null, decks, store, files);
  }
  for (const path of copies) if (!changed.includes(path)) files.remove(path);
  files.remove(join(own, MANIFEST));
}

/** Without it every file counts as changed by the person. */
function readManifest(own: string, files: Files): Readonly<Record<string, string>> {
  const path = join(own, MANIFEST);
  try {
    return manifestSchema().parse(JSON.parse(new TextDecoder().decode(files.readBytes(path))));
  } catch {
    return {};
  }
}

function overlayFile(
  name: string,
  copiedHash: string | null,
  decks: OwnDecks,
  store: Library,
  files: Files,
): void {
  const { bundled, own, collection } = decks;
  const [sourceFile, ownFile] = [join(bundled, name), join(own, name)];
  const source = modulesOf(sourceFile, files);
  const mine = modulesOf(ownFile, files);
  const isSameVersion =
    files.kindOf(sourceFile) === 'file' &&
    files.hashBytes(files.readBytes(sourceFile)) === copiedHash;
  const plan = planImport({
    collection,
    stored: store.storedCards(collection, [ownFile]),
    modules: source.map((module) => ({ file: name, key: moduleKey(module), module })),
    isTaken: (id) => store.isTaken(id),
  });
  const edited = plan.modules.map((planned) => overlayOf(planned, collection, mine, isSameVersion));
  const overlays = new Map(edited.map((overlay) => [overlay.key, overlay]));
  for (const card of plan.retired) {
    const text = cardLike(card, mine);
    const module = mine.find(({ cards }) => text !== null && cards.includes(text));
    if (text === null || module === undefined) continue;
    const key = moduleKey(module);
    const overlay = overlays.get(key) ?? emptyOverlay(collection, module);
    overlays.set(key, { ...overlay, added: [...overlay.added, text] });
  }
  for (const overlay of overlays.values()) write(overlay, decks, files);
}

/** What the person changed in a module's cards. */
function overlayOf(
  { module, cards }: PlannedModule,
  collection: string,
  mine: readonly DeckModule[],
  isSameVersion: boolean,
): ModuleOverlay {
  const edits = cards.flatMap(({ id, card, before, status, returned }): CardEdit[] => {
    const text = before === null || returned ? null : cardLike(before, mine);
    // A card that only the source has is one that the person deleted, or a new one of an upgrade.
    if (text === null) return isSameVersion ? [{ id, base: card, mine: null }] : [];
    return status === 'unchanged' ? [] : [{ id, base: card, mine: { ...text, explicitId: null } }];
  });
  return { ...emptyOverlay(collection, module), edits };
}

function emptyOverlay(collection: string, module: DeckModule): ModuleOverlay {
  const head = { ...module, cards: [] };
  return { collection, key: moduleKey(module), head, edits: [], added: [] };
}

/** Writes an overlay that says anything over the one that is there, or into a new file. */
function write(overlay: ModuleOverlay, { edits, collection }: OwnDecks, files: Files): void {
  if (overlay.edits.length + overlay.added.length === 0) return;
  const there = findOverlays(edits, collection, files).find((o) => o.overlay.key === overlay.key);
  const file = there?.file ?? newOverlayFile(edits, collection, overlay.head, files);
  files.writeWhole(file, writeOverlay(overlay));
}

function modulesOf(path: string, files: Files): readonly DeckModule[] {
  return files.kindOf(path) === 'file' ? readModules(path, files.readBytes(path)).modules : [];
}

function cardLike(stored: StoredCard, modules: readonly DeckModule[]): DeckCard | null {
  const cards = modules.flatMap((module) => module.cards);
  return (
    cards.find(
      ({ question, answer }) => question === stored.question && answer === stored.answer,
    ) ?? null
  );
}
