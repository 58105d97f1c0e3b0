import { splitLines } from '../../deck/edit/lines.js';
import { type Marks, setMarks } from '../../deck/edit/set-marks.js';
import type { DeckCard, Stars } from '../../model/card.js';
import type { CardRecord } from '../cards/ports.js';
import { ownCard, setOverlayEdit } from './overlay.js';
import type { EditPorts } from './ports.js';
import { type SourceCard, saysAll, sourceCards } from './source-cards.js';
import { type Target, type TargetCard, targetsOf } from './targets.js';
import { type ChangePlan, Workspace } from './workspace.js';

/** A change of a list of names: of companies, or of tags. */
export type NameChange =
  | { readonly exactly: readonly string[] }
  | { readonly add: readonly string[]; readonly remove: readonly string[] };

/** What to set on cards; what is left out stays. */
export interface MarkChange {
  readonly stars?: Stars;
  readonly companies?: NameChange;
  /** Of the card's own tags; those of its module stay. */
  readonly tags?: NameChange;
}

/**
 * Plans another difficulty, other companies or tags for cards. In a file of the
 * person's the marks are changed where they stand and nothing else; where the
 * layout of the file has no place for them, and over other people's sources,
 * they go to the person's overlay. Throws `file-changed`, `source-readonly`.
 */
export function planMarks(
  records: readonly CardRecord[],
  change: MarkChange,
  ports: EditPorts,
): ChangePlan {
  const workspace = new Workspace(ports.files);
  let changed = 0;
  for (const target of targetsOf(records, workspace, ports)) {
    const cards = target.cards.filter(({ stored }) => !hasMarks(stored, marksFor(stored, change)));
    changed += cards.length;
    for (const card of markInFile(target, cards, change, workspace)) markOver(target, card, change);
    target.book.write(workspace);
  }
  return workspace.plan(changed);
}

/** Marks cards in the file itself; returns those that have to be marked over it. */
function markInFile(
  target: Target,
  cards: readonly TargetCard[],
  change: MarkChange,
  workspace: Workspace,
): readonly TargetCard[] {
  const inFile = cards.filter(({ source, edit }) => source?.range != null && edit === undefined);
  if (!target.isOwn || inFile.length === 0) return cards;
  const all = markedText(target, target.text, target.all, inFile, change);
  if (all !== null) {
    workspace.write(target.file, all, target.collection);
    return cards.filter((card) => !inFile.includes(card));
  }
  // One card that its file cannot mark keeps no other one from it.
  let { text } = target;
  const done = inFile.filter((card) => {
    const next = markedText(
      target,
      text,
      sourceCards(target.file, text, target.hints),
      [card],
      change,
    );
    text = next ?? text;
    return next !== null;
  });
  workspace.write(target.file, text, target.collection);
  return cards.filter((card) => !done.includes(card));
}

/** The file's text with the cards marked; null where it would not be read as wanted. */
function markedText(
  { file, hints }: Target,
  text: string,
  all: readonly SourceCard[],
  cards: readonly TargetCard[],
  change: MarkChange,
): string | null {
  const wanted = all.map(({ card }) => card);
  let lines = splitLines(text);
  const placed = cards
    .map(({ stored, source }) => ({ stored, at: indexOf(all, source) }))
    .sort((a, b) => b.at - a.at);
  // From the end, so that the lines of those that are still to come stay where they are.
  for (const { stored, at } of placed) {
    const there = all[at];
    if (there?.range == null) return null;
    const marks = marksFor(stored, change);
    wanted[at] = { ...there.card, ...marks };
    lines = setMarks(lines, there.range, marks);
  }
  const marked = lines.join('');
  return saysAll(sourceCards(file, marked, hints), wanted) ? marked : null;
}

/** The place of a card among all of its file, which may have been read again since. */
function indexOf(all: readonly SourceCard[], wanted: SourceCard | null): number {
  if (wanted === null) return -1;
  const at = all.indexOf(wanted);
  if (at >= 0) return at;
  const { question, answer } = wanted.card;
  return all.findIndex(({ card }) => card.question === question && card.answer === answer);
}

function markOver(target: Target, card: TargetCard, change: MarkChange): void {
  const mine = card.edit?.mine ?? ownCard(target, card);
  setOverlayEdit(target, card, { ...mine, ...marksFor(card.stored, change) });
}

type Marked = Pick<DeckCard, 'stars' | 'companies' | 'tags'>;

function marksFor(card: Marked, { stars, companies, tags }: MarkChange): Marks {
  return {
    ...(stars !== undefined && { stars }),
    ...(companies !== undefined && { companies: changedNames(card.companies, companies) }),
    ...(tags !== undefined && { tags: changedNames(card.tags, tags) }),
  };
}

function hasMarks(card: Marked, { stars, companies, tags }: Marks): boolean {
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((name, at) => name === b[at]);
  return (
    (stars === undefined || stars === card.stars) &&
    (companies === undefined || isSame(companies, card.companies)) &&
    (tags === undefined || isSame(tags, card.tags))
  );
}

const folded = (name: string) => name.trim().toLowerCase();

/** Names compare without case; those that stay keep their order and spelling. */
function changedNames(names: readonly string[], change: NameChange): readonly string[] {
  const remove = 'exactly' in change ? names : change.remove;
  const add = 'exactly' in change ? change.exactly : change.add;
  const gone = new Set(remove.map(folded));
  const kept = names.filter((name) => !gone.has(folded(name)));
  const there = new Set(kept.map(folded));
  return [...kept, ...add.filter((name) => !there.has(folded(name)))];
}
