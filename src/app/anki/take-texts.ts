import { writeCard } from '../../deck/write/card.js';
import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { CardRecord } from '../cards/ports.js';
import { applyPlan } from '../edit/apply.js';
import { planEdit } from '../edit/cards.js';
import { type DraftPart, draftText, editDraft } from '../edit/draft.js';
import type { EditPorts } from '../edit/ports.js';
import type { ChangedText } from './changed-texts.js';

/** A text that could not be put into its file, and why. */
export interface RefusedChange {
  readonly id: string;
  readonly why: string;
}

/**
 * Puts texts that were changed in Anki into the files of their cards, or over those
 * that are not the person's, one after the other; each can be taken back by undo.
 * Returns those that could not be: they stay as they are.
 */
export function takeTexts(
  texts: readonly ChangedText[],
  moment: Moment,
  ports: EditPorts,
): RefusedChange[] {
  return texts.flatMap((text): RefusedChange[] => {
    try {
      takeText(text, moment, ports);
      return [];
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      return [{ id: text.card.id, why: error.message }];
    }
  });
}

function takeText(text: ChangedText, moment: Moment, ports: EditPorts): void {
  const record = ports.store.get(text.card.id, moment);
  if (record === null) return;
  const parts = editDraft([record], ports);
  const fresh = parts.map((part) => ({ ...part, text: partText(part, text, record, ports) }));
  const plan = planEdit([record], parts, draftText(fresh), ports);
  applyPlan(plan, `the text of card ${text.card.id} out of Anki`, ports);
}

/** As deep below its module as the text that it takes the place of. */
function partText(
  part: DraftPart,
  { question, answer }: ChangedText,
  { card }: CardRecord,
  { store }: EditPorts,
): string {
  const stored = store
    .storedCards(card.module.collection, card.file === null ? [] : [card.file])
    .find(({ id }) => id === card.id);
  const explicitId = part.isRaw ? card.explicitId : null;
  const written = writeCard({ ...card, explicitId, tags: stored?.tags ?? [], question, answer });
  const mark = /^(#{1,6})[ \t]/.exec(part.text)?.[1];
  return mark === undefined ? written : written.replace(/^#+/, mark);
}
