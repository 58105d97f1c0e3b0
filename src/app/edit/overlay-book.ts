import { needsNoOverlay } from '../../deck/edit/lay-over.js';
import { type CardEdit, type ModuleOverlay, writeOverlay } from '../../deck/edit/overlay.js';
import type { DeckCard } from '../../model/card.js';
import type { CardId } from '../../model/ids.js';
import type { DeckModule } from '../../model/module.js';
import { type FoundOverlay, findOverlays, newOverlayFile } from '../import/overlays.js';
import type { EditPorts } from './ports.js';
import type { Workspace } from './workspace.js';

/** A module as an overlay names it. */
export interface OverlaidModule {
  readonly key: string;
  readonly head: DeckModule;
}

/** The overlays of one collection, to be read and changed. */
export class OverlayBook {
  readonly #collection: string;
  readonly #ports: Pick<EditPorts, 'files' | 'folders'>;
  readonly #overlays: Map<string, FoundOverlay>;
  readonly #changed = new Set<string>();

  /** Reads the overlays. Throws `import-failed` for one that cannot be read. */
  constructor(collection: string, ports: Pick<EditPorts, 'files' | 'folders'>) {
    this.#collection = collection;
    this.#ports = ports;
    const found = findOverlays(ports.folders.edits, collection, ports.files);
    this.#overlays = new Map(found.map((each) => [each.overlay.key, each]));
  }

  /** What the person made of a card so far, where its card is moved to with it. */
  editOf(id: CardId): CardEdit | undefined {
    const all = [...this.#overlays.values()];
    const edit = all.flatMap(({ overlay }) => overlay.edits).find((each) => each.id === id);
    if (edit === undefined || edit.mine !== null) return edit;
    const moved = all
      .flatMap(({ overlay }) => overlay.added)
      .find(({ explicitId }) => explicitId === id);
    return moved === undefined ? edit : { ...edit, mine: { ...moved, explicitId: null } };
  }

  /** The card that the person added to a module, by its text. */
  addedLike({
    question,
    answer,
  }: Pick<DeckCard, 'question' | 'answer'>): { key: string; card: DeckCard } | null {
    for (const { overlay } of this.#overlays.values()) {
      const card = overlay.added.find((own) => own.question === question && own.answer === answer);
      if (card !== undefined) return { key: overlay.key, card };
    }
    return null;
  }

  /** Does a card stand in another module than its source's? */
  isMoved(id: CardId): boolean {
    return [...this.#overlays.values()].some(({ overlay }) =>
      overlay.added.some(({ explicitId }) => explicitId === id),
    );
  }

  /** Sets what the person made of a card; nothing is kept where it is what the source says. */
  put(source: OverlaidModule | null, edit: CardEdit): void {
    const module = this.#homeOf(edit.id) ?? source;
    if (module === null) return;
    const wasMoved = [...this.#overlays.values()].find(({ overlay }) =>
      overlay.added.some(({ explicitId }) => explicitId === edit.id),
    );
    if (wasMoved !== undefined && edit.mine !== null) {
      const { key, head, added } = wasMoved.overlay;
      const mine = { ...edit.mine, explicitId: edit.id };
      this.#change(
        { key, head },
        { added: added.map((own) => (own.explicitId === edit.id ? mine : own)) },
      );
      this.#replaceEdit(module, { ...edit, mine: null });
      return;
    }
    this.#replaceEdit(module, edit);
  }

  /** Takes a card out of its module and puts it into another one of the collection. */
  move(
    source: OverlaidModule | null,
    to: OverlaidModule,
    edit: CardEdit & { readonly mine: DeckCard },
  ): void {
    const from = this.#homeOf(edit.id) ?? source;
    if (from === null) return;
    for (const { overlay } of this.#overlays.values()) {
      const added = overlay.added.filter(({ explicitId }) => explicitId !== edit.id);
      if (added.length < overlay.added.length) this.#change(overlay, { added });
    }
    if (from.key === to.key) {
      this.#replaceEdit(from, edit);
      return;
    }
    this.#replaceEdit(from, { ...edit, mine: null });
    const { added = [] } = this.#overlays.get(to.key)?.overlay ?? {};
    this.#change(to, { added: [...added, { ...edit.mine, explicitId: edit.id }] });
  }

  /** Adds cards to a module, behind its others. */
  add(module: OverlaidModule, cards: readonly DeckCard[]): void {
    const { added = [] } = this.#overlays.get(module.key)?.overlay ?? {};
    this.#change(module, { added: [...added, ...cards] });
  }

  /** Replaces a card that the person added by others. */
  replaceAdded(key: string, card: DeckCard, by: readonly DeckCard[]): void {
    const overlay = this.#overlays.get(key)?.overlay;
    if (overlay === undefined) return;
    this.#change(overlay, { added: overlay.added.flatMap((own) => (own === card ? by : [own])) });
  }

  /** Plans what was changed. */
  write(workspace: Workspace): void {
    for (const key of this.#changed) {
      const found = this.#overlays.get(key);
      if (found === undefined) continue;
      const { file, overlay } = found;
      const isEmpty = overlay.edits.length + overlay.added.length === 0;
      workspace.write(file, isEmpty ? null : writeOverlay(overlay), this.#collection);
    }
    this.#changed.clear();
  }

  /** The module in which the source has a card that was moved since. */
  #homeOf(id: CardId): OverlaidModule | undefined {
    const all = [...this.#overlays.values()];
    return all.find(({ overlay }) => overlay.edits.some((edit) => edit.id === id))?.overlay;
  }

  #replaceEdit(module: OverlaidModule, edit: CardEdit): void {
    const { edits = [] } = this.#overlays.get(module.key)?.overlay ?? {};
    const others = edits.filter(({ id }) => id !== edit.id);
    const isNeeded = edit.mine === null || !needsNoOverlay(edit.base, edit.mine);
    if (!isNeeded && others.length === edits.length) return;
    const at = edits.findIndex(({ id }) => id === edit.id);
    const place = at < 0 ? others.length : at;
    const kept = isNeeded ? others.toSpliced(place, 0, edit) : others;
    this.#change(module, { edits: kept });
  }

  #change(
    { key, head }: OverlaidModule,
    change: Partial<Pick<ModuleOverlay, 'edits' | 'added'>>,
  ): void {
    const there = this.#overlays.get(key);
    const overlay = there?.overlay ?? {
      collection: this.#collection,
      key,
      head,
      edits: [],
      added: [],
    };
    const { files, folders } = this.#ports;
    const file = there?.file ?? newOverlayFile(folders.edits, this.#collection, head, files);
    this.#overlays.set(key, { file, overlay: { ...overlay, ...change } });
    this.#changed.add(key);
  }
}
