import { changeCards, flagOrUnflag } from '../../app/browse/change-cards.js';
import { oneCard } from '../../app/cards/one-card.js';
import type { CardRecord } from '../../app/cards/ports.js';
import { relinkCards } from '../../app/cards/relink.js';
import type { TakeOut } from '../../app/review/take-out.js';
import { counted } from '../../model/text/counted.js';
import { editedText } from '../components/edit-text.js';
import { truncate } from '../components/text.js';
import { questionTitle } from '../markdown/title.js';
import { linksAround } from '../review/link-lines.js';
import { LinkOpener } from '../review/open-links.js';
import type { Message } from '../review/screen-state.js';
import { undoneLine } from '../review/undone.js';
import type { BrowseCommand } from './keys.js';
import type { BrowsePorts } from './ports.js';
import type { ConfirmedAction, Mode } from './state.js';

/** What the actions say and ask on the screen. */
export interface ActionScreen {
  say(text: string, tone?: Message['tone']): void;
  ask(mode: Mode): void;
  /** Looks the list up again, and goes to the card of this store key, if it is in it. */
  lookAgain(sought?: number): void;
  /** Draws the screen for what is said later. */
  redraw(): void;
  /** Lends the terminal to the editor for a card's file. */
  openFile(record: CardRecord): void;
}

/** Commands that do something with cards. */
export type ActionKind = Extract<
  BrowseCommand['kind'],
  'suspend' | 'resume' | 'bury' | 'flag' | 'forget' | 'relink' | 'undo' | 'links'
>;

const DONE: Readonly<Record<TakeOut, string>> = {
  suspend: 'suspended',
  resume: 'back in the review',
  bury: 'put off until tomorrow',
  flag: 'flagged',
  unflag: 'no longer flagged',
  forget: 'new again',
};

/** Does what keys ask for with the cards chosen, and says what came of it. */
export class CardActions {
  readonly #ports: BrowsePorts;
  readonly #screen: ActionScreen;
  readonly #opener: LinkOpener;

  constructor(ports: BrowsePorts, screen: ActionScreen) {
    this.#ports = ports;
    this.#screen = screen;
    this.#opener = new LinkOpener(ports, screen);
  }

  /** Takes a command, the store keys of the cards it is for, and the card at the cursor. */
  run(kind: ActionKind, keys: readonly number[], current: CardRecord | null): void {
    if (kind === 'undo') {
      this.#undo();
      return;
    }
    if (current === null) {
      this.#screen.say('There is no card here.');
      return;
    }
    switch (kind) {
      case 'suspend':
      case 'resume':
      case 'bury':
        this.#change(kind, keys);
        return;
      case 'flag':
        this.#change(this.#flagOrUnflag(keys), keys);
        return;
      case 'forget':
        this.#askToForget(keys, current);
        return;
      case 'relink':
        this.#beginRelink(keys, current);
        return;
      case 'links':
        this.#openLinks(current);
        return;
    }
  }

  /** Does what was said yes to. */
  confirmed(action: ConfirmedAction, keys: readonly number[]): void {
    if (action.kind === 'forget') {
      this.#change('forget', keys);
      return;
    }
    const { store, moment } = this.#ports;
    const { card, memory } = relinkCards(action.old, action.fresh, moment(), store);
    this.#screen.say(`Joined for good: ${card.id} goes on with ${counted(memory.reps, 'review')}.`);
  }

  /** Takes the card that is to have the history of the one at the cursor, by its id or words. */
  relinkTo(reference: string, current: CardRecord | null): void {
    if (current === null || reference.trim() === '') return;
    const fresh = oneCard(reference.trim(), this.#ports.moment(), this.#ports.store);
    this.#askToRelink(current, fresh);
  }

  /** Opens a link of the card by its place in the list of links, from 0. */
  openLink(current: CardRecord | null, place: number): void {
    const link = current === null ? undefined : this.#linksOf(current)[place];
    if (current !== null && link !== undefined) this.#opener.open(link, current);
  }

  #change(verb: TakeOut, keys: readonly number[]): void {
    const { store } = this.#ports;
    const ports = { store, config: this.#ports.config() };
    const changed = changeCards(verb, keys, this.#ports.moment(), ports);
    const what = `${counted(changed, 'card')} ${DONE[verb]}`;
    this.#screen.say(
      changed === 0 ? `Nothing to do: ${DONE[verb]} already.` : `${what}. Press u to undo.`,
    );
  }

  // Of many marked cards the first few decide: a flag is a note, and u takes it back.
  #flagOrUnflag(keys: readonly number[]): TakeOut {
    return flagOrUnflag(this.#ports.store.recordsOf(keys.slice(0, 100), this.#ports.moment()));
  }

  #askToForget(keys: readonly number[], current: CardRecord): void {
    const which = keys.length === 1 ? `"${shortQuestion(current)}"` : counted(keys.length, 'card');
    const question = `Make ${which} new again?`;
    this.#screen.ask({ kind: 'ask', question, action: { kind: 'forget' } });
  }

  #beginRelink(keys: readonly number[], current: CardRecord): void {
    const records =
      keys.length === 2 ? this.#ports.store.recordsOf(keys, this.#ports.moment()) : [];
    const [old, ...others] = records.filter(({ card }) => card.retired);
    const fresh = records.find(({ card }) => !card.retired);
    if (old !== undefined && fresh !== undefined && others.length === 0) {
      this.#askToRelink(old, fresh);
      return;
    }
    if (!current.card.retired) {
      this.#screen.say('Only a retired card can be relinked: find those with is:retired.');
      return;
    }
    this.#screen.ask({ kind: 'prompt', of: 'relink', line: editedText(''), completing: null });
  }

  #askToRelink(old: CardRecord, fresh: CardRecord): void {
    // What has been joined is one card on every machine: no event can part it again.
    const question = `This cannot be undone: give the history of "${shortQuestion(old)}" to "${shortQuestion(fresh)}"?`;
    const action = { kind: 'relink', old: old.card.id, fresh: fresh.card.id } as const;
    this.#screen.ask({ kind: 'ask', question, action });
  }

  #undo(): void {
    const written = this.#ports.editor.undoWriting();
    if (written !== null) {
      this.#screen.say(`Undone: ${written}.`);
      this.#screen.lookAgain();
      return;
    }
    this.#screen.say(undoneLine(this.#ports.store.undoLast(this.#ports.moment())));
  }

  #openLinks(current: CardRecord): void {
    const hasSeveral = this.#opener.openOnly(this.#linksOf(current), current);
    if (hasSeveral) this.#screen.ask({ kind: 'text', of: 'links', scroll: 0 });
  }

  #linksOf(record: CardRecord) {
    const { card } = record;
    return linksAround(card, this.#ports.store.moduleOf(card.id), this.#ports.sourceOf(record));
  }
}

function shortQuestion({ card }: CardRecord): string {
  return truncate(questionTitle(card.question), 30);
}
