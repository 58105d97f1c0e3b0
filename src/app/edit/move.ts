import { removeLines, splitLines, textOfLines } from '../../deck/edit/lines.js';
import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { CardRecord } from '../cards/ports.js';
import { type FoundModule, findModule, moduleReference } from './find-module.js';
import { insertedText } from './new-card.js';
import { ownCard } from './overlay.js';
import type { EditPorts } from './ports.js';
import { saysAll, sourceCards } from './source-cards.js';
import { type Target, type TargetCard, targetsOf } from './targets.js';
import { type ChangePlan, Workspace } from './workspace.js';

/**
 * Plans to move cards to the module of a title, behind its others; their
 * histories go with them, for they stay in their collection. Throws
 * `module-unknown`, and `source-readonly` for a card of another collection.
 */
export function planMove(
  records: readonly CardRecord[],
  title: string,
  moment: Moment,
  ports: EditPorts,
): ChangePlan {
  const module = findModule(moduleReference(title), moment, ports);
  if (module === null) throw unknownModule(title);
  const workspace = new Workspace(ports.files);
  let moved = 0;
  for (const target of targetsOf(records, workspace, ports)) {
    if (target.collection !== module.collection) throw otherCollection(target, module);
    for (const card of target.cards.toSorted((a, b) => lineOf(a) - lineOf(b))) {
      if (card.stored.module === module.key) continue;
      moved++;
      if (!moveInFiles(target, card, module, workspace)) moveOver(target, card, module);
    }
    target.book.write(workspace);
  }
  return workspace.plan(moved);
}

const lineOf = ({ source }: TargetCard) => source?.range?.from ?? 0;

/** Takes the lines of the card out of its file and puts them into the other; false where that does not work. */
function moveInFiles(
  target: Target,
  { source, edit }: TargetCard,
  module: FoundModule,
  workspace: Workspace,
): boolean {
  const { file, collection, isOwn, hints } = target;
  if (!isOwn || source === null || edit !== undefined) return false;
  const text = workspace.read(file) ?? '';
  const all = sourceCards(file, text, hints);
  const at = all.findIndex(
    ({ card }) => card.question === source.card.question && card.answer === source.card.answer,
  );
  const there = all[at];
  if (there?.range == null) return false;
  const lines = splitLines(text);
  const chunk = textOfLines(lines, there.range);
  const without = removeLines(lines, there.range).join('');
  const wanted = all.map(({ card }) => card).toSpliced(at, 1);
  if (!saysAll(sourceCards(file, without, hints), wanted)) return false;
  const trial = new Workspace({
    kindOf: () => 'file',
    readBytes: (path) =>
      Buffer.from(path === file ? without : (workspace.read(path) ?? ''), 'utf8'),
  });
  const inserted = insertedText(module, [there.card], [chunk], trial);
  if (inserted === null) return false;
  if (module.file !== file) workspace.write(file, without, collection);
  workspace.write(module.file, inserted, collection);
  return true;
}

function moveOver(target: Target, card: TargetCard, module: FoundModule): void {
  const { stored, source, edit } = card;
  const to = { key: module.key, head: { ...module.module, cards: [] } };
  const added = edit === undefined && source === null ? target.book.addedLike(stored) : null;
  if (added !== null) {
    target.book.replaceAdded(added.key, added.card, []);
    target.book.add(to, [added.card]);
    return;
  }
  const base = edit?.base ?? source?.card;
  const from = source === null ? null : { key: stored.module, head: source.module };
  if (base !== undefined)
    target.book.move(from, to, { id: stored.id, base, mine: ownCard(target, card) });
}

function unknownModule(title: string): VivaError {
  return new VivaError(
    'module-unknown',
    `There is no module "${title}".`,
    'Give the number or the whole title of a module; "viva new" makes new ones.',
  );
}

function otherCollection({ collection }: Target, module: FoundModule): VivaError {
  return new VivaError(
    'source-readonly',
    `"${module.module.title}" is in the collection "${module.collection}", but the card is in "${collection}": its history would be lost.`,
    'Move cards within their collection.',
  );
}
