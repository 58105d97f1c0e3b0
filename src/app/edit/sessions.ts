import { join } from 'node:path';
import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import { counted } from '../../model/text/counted.js';
import type { CardRecord } from '../cards/ports.js';
import { applyPlan, readAgain } from './apply.js';
import { planEdit } from './cards.js';
import {
  type DraftPart,
  disputed,
  draftText,
  editDraft,
  type ReturnedPart,
  splitDraft,
} from './draft.js';
import { RefusedText } from './findings.js';
import {
  isUntouched,
  type NewCardRequest,
  newTemplate,
  planNew,
  questionLine,
  refuseLostMarks,
} from './new-card.js';
import type { EditPorts } from './ports.js';
import type { ChangePlan } from './workspace.js';

/** Puts a file before the person at a 1-based line and waits. Throws `editor-failed`. */
export type OpenEditor = (path: string, line: number) => void;

/** What came of a session in the editor. */
export type EditOutcome =
  | {
      readonly kind: 'written';
      readonly cards: number;
      /** Cards that came of an edit beside those that it was for. */
      readonly added: number;
      readonly module: string | null;
      readonly files: readonly string[];
    }
  | { readonly kind: 'nothing' }
  /** The text is not taken, and kept in the file `draft`: the next session goes on with it. */
  | {
      readonly kind: 'refused';
      readonly draft: string;
      readonly findings: RefusedText['findings'];
    };
type Unwritten = Exclude<EditOutcome, { kind: 'written' }>;

/** What a session comes to that writes nothing: the change, with its text kept in the file `draft`. */
export type TriedEdit =
  | Unwritten
  | { readonly kind: 'planned'; readonly draft: string; readonly plan: ChangePlan };

/**
 * Has the person write a card in the editor and puts it into its module. A text
 * that was kept the last time is put before them again. Throws what `applyPlan`
 * throws, with the text kept.
 */
export function writeNew(
  request: NewCardRequest,
  open: OpenEditor,
  moment: Moment,
  ports: EditPorts,
): EditOutcome {
  const { files, folders } = ports;
  const draft = join(folders.drafts, 'new-card.md');
  const template = newTemplate(request);
  if (files.kindOf(draft) === 'missing') files.writeWhole(draft, template);
  openDraft(open, draft, questionLine(textOf(draft, ports)), template, ports);
  const text = textOf(draft, ports);
  if (isUntouched(text, template)) return dropped(draft, ports);
  return keepingRefused(draft, (): EditOutcome => {
    refuseLostMarks(request, text);
    const plan = planNew({ draft, title: request.module }, text, moment, ports);
    applyPlan(plan, 'the new card', ports);
    files.remove(draft);
    return {
      kind: 'written',
      cards: plan.cards,
      added: 0,
      module: plan.module,
      files: pathsOf(plan),
    };
  });
}

/** Is there a text that a session of this kind would go on with? */
export function keptDraft(
  ids: readonly string[] | null,
  { files, folders }: EditPorts,
): string | null {
  const path = join(folders.drafts, ids === null ? 'new-card.md' : editName(ids));
  return files.kindOf(path) === 'missing' ? null : path;
}

/**
 * Has the person change cards in the editor and puts them back where they are
 * from. A text that was kept the last time is put before them again, beside what
 * the file says now where that has changed. Throws as `writeNew`.
 */
export function editCards(
  asked: readonly CardRecord[],
  open: OpenEditor,
  moment: Moment,
  ports: EditPorts,
): EditOutcome {
  for (const collection of new Set(asked.map(({ card }) => card.module.collection)))
    readAgain(collection, ports);
  const records = asked.map((record) => ports.store.get(record.card.id, moment) ?? record);
  return edited(records, open, ports, (plan, draft): EditOutcome => {
    const [first] = records;
    const what = records.length === 1 ? `card ${first?.card.id}` : counted(records.length, 'card');
    applyPlan(plan, `the edit of ${what}`, ports);
    ports.files.remove(draft);
    if (plan.files.length === 0) return { kind: 'nothing' };
    return {
      kind: 'written',
      cards: plan.cards,
      added: plan.added,
      module: null,
      files: pathsOf(plan),
    };
  });
}

/** The same without writing anything but the person's text, which the next session goes on with. */
export function tryEdit(
  records: readonly CardRecord[],
  open: OpenEditor,
  ports: EditPorts,
): TriedEdit {
  return edited(
    records,
    open,
    ports,
    (plan, draft): TriedEdit => ({
      kind: 'planned',
      draft,
      plan,
    }),
  );
}

function edited<Done>(
  records: readonly CardRecord[],
  open: OpenEditor,
  ports: EditPorts,
  finish: (plan: ChangePlan, draft: string) => Done,
): Done | Unwritten {
  const { files, folders } = ports;
  const parts = editDraft(records, ports);
  const draft = join(folders.drafts, editName(records.map(({ card }) => card.id)));
  const kept = files.kindOf(draft) === 'missing' ? null : textOf(draft, ports);
  const given = kept === null ? draftText(parts) : resumed(parts, kept);
  files.writeWhole(draft, given);
  const before = records.map((record) => hashOf(record, ports));
  openDraft(open, draft, 3, kept === null ? given : null, ports);
  const text = textOf(draft, ports);
  const isSame = text === given && kept === null;
  if (isSame || text.trim() === '') return dropped(draft, ports);
  return keepingRefused(draft, () => {
    if (records.some((record, at) => hashOf(record, ports) !== before[at]))
      throw changedMeanwhile(draft);
    return finish(planEdit(records, parts, text, ports), draft);
  });
}

/** Opens a draft; where that fails, one that is still as it was given, `given`, is not kept. */
function openDraft(
  open: OpenEditor,
  draft: string,
  line: number,
  given: string | null,
  ports: EditPorts,
): void {
  try {
    open(draft, line);
  } catch (error) {
    if (textOf(draft, ports) === given) ports.files.remove(draft);
    throw error;
  }
}

const pathsOf = (plan: { readonly files: readonly { readonly path: string }[] }) =>
  plan.files.map(({ path }) => path);

function editName(ids: readonly string[]): string {
  const [first = '', ...others] = ids;
  return others.length === 0 ? `edit-${first}.md` : `edit-${first}-and-${others.length}.md`;
}

/** The draft with the texts that were kept, and what could not be told to be a card's above them. */
function resumed(parts: readonly DraftPart[], kept: string): string {
  const { above, parts: mine } = splitDraft(kept);
  const [only, ...others] = parts;
  if (above !== null && mine.length === 0 && others.length === 0 && only !== undefined)
    return draftText([resumedPart(only, { ...above, id: only.id, hash: '' })]);
  const known = new Map(mine.map((part) => [part.id, part]));
  const draft = draftText(parts.map((part) => resumedPart(part, known.get(part.id))));
  return above === null ? draft : `${above.text}\n\n${draft}`;
}

function resumedPart(part: DraftPart, mine: ReturnedPart | undefined): DraftPart {
  if (mine === undefined || mine.text === part.text) return part;
  const isAsItWas = part.marker.includes(` ${mine.hash} `);
  return { ...part, text: isAsItWas ? mine.text : disputed(mine.text, part.text, 'the file now') };
}

function hashOf({ card }: CardRecord, { files }: EditPorts): string | null {
  if (card.file === null || files.kindOf(card.file) === 'missing') return null;
  return files.hashBytes(files.readBytes(card.file));
}

function changedMeanwhile(draft: string): VivaError {
  return new VivaError(
    'file-changed',
    `The file was changed while you edited, and nothing was written. Your text is kept in "${draft}".`,
    'Edit the card again: it opens with your text.',
    { place: { file: draft } },
  );
}

function textOf(path: string, { files }: EditPorts): string {
  if (files.kindOf(path) === 'missing') return '';
  return new TextDecoder().decode(files.readBytes(path));
}

function dropped(draft: string, { files }: EditPorts): Unwritten {
  files.remove(draft);
  return { kind: 'nothing' };
}

function keepingRefused<Done>(draft: string, work: () => Done): Done | Unwritten {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RefusedText)) throw error;
    return { kind: 'refused', draft, findings: error.findings };
  }
}
