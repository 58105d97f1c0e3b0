import { replaceLines, splitLines } from '../../deck/edit/lines.js';
import type { DeckCard } from '../../model/card.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { CardRecord } from '../cards/ports.js';
import { readModules } from '../import/read-modules.js';
import { type DraftPart, type ReturnedPart, splitDraft, undecidedLine } from './draft.js';
import { isRefused, RefusedText } from './findings.js';
import { refuseLostAnswer, refuseLostHeading } from './lost.js';
import { ownCard, setOverlayEdit } from './overlay.js';
import type { EditPorts } from './ports.js';
import {
  countOfSameLines,
  isSameText,
  type SourceCard,
  saysAll,
  sourceCards,
} from './source-cards.js';
import { type Target, type TargetCard, targetsOf } from './targets.js';
import { type ChangePlan, Workspace } from './workspace.js';

/**
 * Plans what a person made of a draft. Cards whose text is as it was stay, and
 * so do those that are not in it any more. Throws `text-refused` with lines of
 * the draft, `file-changed` where a file is not as it was when the draft was made.
 */
export function planEdit(
  records: readonly CardRecord[],
  parts: readonly DraftPart[],
  text: string,
  ports: EditPorts,
): ChangePlan {
  const returned = returnedParts(text, parts);
  const given = new Map(parts.map((part) => [part.id, part]));
  const changed = new Map(
    returned
      .filter((part) => part.text !== given.get(part.id)?.text.trimEnd())
      .map((part) => [part.id, part]),
  );
  const workspace = new Workspace(ports.files);
  let added = 0;
  const wanted = records.filter(({ card }) => changed.has(card.id));
  for (const target of targetsOf(wanted, workspace, ports)) {
    const fresh = { target, file: target.text };
    // From the end, so that the lines of those that are still to come stay where they are.
    for (const card of target.cards.toSorted((a, b) => lineOf(b) - lineOf(a))) {
      const part = changed.get(card.stored.id);
      if (part === undefined) continue;
      const before = given.get(part.id);
      refuseUndecided(part);
      refuseLostHeading(before?.text ?? '', part);
      if (before?.isRaw) {
        const raw = rawText(target, fresh.file, card, part);
        fresh.file = raw.text;
        added += raw.added;
      } else layOverSource(target, card, part);
    }
    workspace.write(target.file, fresh.file, target.collection);
    target.book.write(workspace);
  }
  return workspace.plan(changed.size, added);
}

const lineOf = ({ source }: TargetCard) => source?.range?.from ?? 0;

/**
 * The texts of the draft by the lines that name the cards; of one card alone the text is
 * known without. Throws `text-refused` for a line that was written by hand or copied, which
 * would put a text over another card, and for a text that stands under none.
 */
function returnedParts(text: string, parts: readonly DraftPart[]): readonly ReturnedPart[] {
  const [only, ...others] = parts;
  const { above, parts: returned } = splitDraft(text);
  if (returned.length === 0 && others.length === 0 && only !== undefined && above !== null)
    return [{ ...above, id: only.id, hash: '' }];
  const left = new Set<CardId>(parts.map(({ id }) => id));
  for (const { id, line } of returned) {
    if (left.delete(id)) continue;
    throw new RefusedText([
      { line, message: `the line above names card ${id}, which is not being edited here` },
    ]);
  }
  if (above === null) return returned;
  const message =
    returned.length === 0
      ? 'the lines that name the cards are missing: put them back'
      : 'this stands above the line that names the card: move it below';
  throw new RefusedText([{ line: above.line, message }]);
}

function refuseUndecided(part: ReturnedPart): void {
  const at = undecidedLine(part.text);
  if (at === null) return;
  const message =
    'both texts are still here: keep one, without the lines <<<<<<<, ======= and >>>>>>>';
  throw new RefusedText([{ line: part.line + at, message }]);
}

/** The file's text with the lines of one card replaced; every other card must be read as before. */
function rawText(
  target: Target,
  text: string,
  { stored, source }: TargetCard,
  part: ReturnedPart,
): { readonly text: string; readonly added: number } {
  const { file, hints } = target;
  const all = sourceCards(file, text, hints);
  const found = all.find(
    ({ card }) =>
      source !== null && isSameText(card, source.card) && card.line === source.card.line,
  );
  const at = all.findIndex(({ card }) => card.line === found?.card.line);
  const there = all[at];
  if (there?.range == null) throw changedMeanwhile(file, stored.id);
  const { range } = there;
  const done = replaceLines(splitLines(text), range, part.text).join('');
  const length = part.text.split('\n').length;
  const before = refusedAt(target, text, range);
  const after = refusedAt(target, done, { from: range.from, to: range.from + length - 1 });
  const fresh = after.filter(({ code }) => count(after, code) > count(before, code));
  if (fresh.length > 0) {
    throw new RefusedText(
      fresh.map(({ line, message }) => ({ line: line - range.from + part.line, message })),
    );
  }
  const read = sourceCards(file, done, hints);
  const made = refuseOtherCards(all, at, read, part);
  const fromPart = read.slice(at, at + made).map(({ card }) => card);
  refuseLostAnswer(there.card.answer, fromPart, part);
  return { text: done, added: Math.max(0, read.length - all.length) };
}

function refusedAt(
  { file, hints }: Target,
  text: string,
  { from, to }: { from: number; to: number },
): Diagnostic[] {
  const { diagnostics } = readModules(file, Buffer.from(text, 'utf8'), hints);
  return diagnostics.filter((each) => isRefused(each) && each.line >= from && each.line <= to);
}

const count = (found: readonly Diagnostic[], code: string) =>
  found.filter((each) => each.code === code).length;

/** Returns the number of cards that the text makes. Throws `text-refused` where it changes others. */
function refuseOtherCards(
  before: readonly SourceCard[],
  at: number,
  after: readonly SourceCard[],
  part: ReturnedPart,
): number {
  const gone = countOfSameLines(before, at);
  const made = after.length - before.length + gone;
  if (made < 1) {
    throw new RefusedText([
      {
        line: part.line,
        message: 'the question is missing: to stop seeing the card, suspend it',
      },
    ]);
  }
  const others = [...after.slice(0, at), ...after.slice(at + made)];
  const wanted = [...before.slice(0, at), ...before.slice(at + gone)].map(({ card }) => card);
  if (saysAll(others, wanted)) return made;
  throw new RefusedText([
    {
      line: part.line,
      message:
        'this text would change how other cards of the file are read: look for headings and anything unclosed',
    },
  ]);
}

function layOverSource(target: Target, card: TargetCard, part: ReturnedPart): void {
  const { book } = target;
  const cards = cardsOf(part);
  refuseLostAnswer(ownCard(target, card).answer, cards, part);
  const added =
    card.edit === undefined && card.source === null ? book.addedLike(card.stored) : null;
  if (added !== null) {
    book.replaceAdded(added.key, added.card, cards);
    return;
  }
  const [text, another] = cards;
  if (another !== undefined || text === undefined) {
    throw new RefusedText([
      {
        line: part.line,
        message: 'a second question begins here: write new cards with "viva new"',
      },
    ]);
  }
  const mine = { ...text, explicitId: null };
  setOverlayEdit(target, card, mine, card.source?.card ?? card.edit?.base);
}

/** Lines above the card while it is read by itself. */
const HEAD = '---\ntitle: card\n---\n\n## Interview Questions\n\n';

function cardsOf(part: ReturnedPart): DeckCard[] {
  const { modules, diagnostics } = readModules('card', Buffer.from(HEAD + part.text, 'utf8'));
  const above = HEAD.split('\n').length - 1;
  const refused = diagnostics.filter(isRefused);
  if (refused.length > 0) {
    throw new RefusedText(
      refused.map(({ line, message }) => ({
        line: Math.max(1, line - above - 1 + part.line),
        message,
      })),
    );
  }
  return modules.flatMap(({ cards }) => cards);
}

function changedMeanwhile(file: string, id: string): VivaError {
  return new VivaError(
    'file-changed',
    `The text of card ${id} was changed in its file in the meantime, and nothing was written.`,
    'Edit it again: the draft is kept.',
    { place: { file } },
  );
}

/**
 * Plans the choice between the person's text of cards and their source's: theirs
 * stays over what the source says now, or the source's takes its place.
 */
export function planChoice(
  records: readonly CardRecord[],
  keep: 'mine' | 'source',
  ports: EditPorts,
): ChangePlan {
  const workspace = new Workspace(ports.files);
  let chosen = 0;
  for (const target of targetsOf(records, workspace, ports)) {
    for (const card of target.cards) {
      const { source, edit } = card;
      if (source === null || edit === undefined) continue;
      setOverlayEdit(
        target,
        card,
        keep === 'source' ? source.card : ownCard(target, card),
        source.card,
      );
      chosen++;
    }
    target.book.write(workspace);
  }
  return workspace.plan(chosen);
}
