import { join } from 'node:path';
import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import { applyPlan } from '../edit/apply.js';
import { RefusedText } from '../edit/findings.js';
import { type NewCardRequest, type NewPlan, newTemplate, planNew } from '../edit/new-card.js';
import type { EditPorts } from '../edit/ports.js';

/** A card that an agent proposes. Markdown. */
export interface Proposal extends NewCardRequest {
  readonly question: string;
  readonly answer: string;
}

/** A proposal that waits for the person. */
export interface ProposedCard {
  /** Counts from 1, in the order of the proposals; stays the same while others are decided on. */
  readonly number: number;
  readonly file: string;
  /** The module of one card, as it would be written. */
  readonly text: string;
}

/** Proposals beyond this number are refused: nobody has looked at the others yet. */
const MAX_DRAFTS = 500;

const NAME = /^draft-(\d{1,6})\.md$/;

/**
 * Keeps a card for the person to decide on, in a file of its own. It is checked as a new card of the
 * person's would be. Throws `text-refused`, `too-many-drafts`.
 */
export function propose(proposal: Proposal, moment: Moment, ports: EditPorts): ProposedCard {
  const { files, folders } = ports;
  const numbers = listDrafts(ports).map(({ number }) => number);
  if (numbers.length >= MAX_DRAFTS) throw tooMany();
  const number = Math.max(0, ...numbers) + 1;
  const file = join(folders.proposals, `draft-${number}.md`);
  const { question, answer } = proposal;
  const text = newTemplate(proposal, { question: question.trim(), answer: answer.trim() });
  const { cards } = planNew({ draft: file, title: null }, text, moment, ports);
  if (cards !== 1) {
    throw new RefusedText([
      { line: 1, message: `the text holds ${cards} cards: propose one at a time` },
    ]);
  }
  files.writeWhole(file, text);
  return { number, file, text };
}

/** Returns the proposals that wait, the oldest first. */
export function listDrafts({ files, folders }: EditPorts): ProposedCard[] {
  if (files.kindOf(folders.proposals) !== 'folder') return [];
  return files
    .namesIn(folders.proposals)
    .flatMap((name) => {
      const number = NAME.exec(name)?.[1];
      if (number === undefined) return [];
      const file = join(folders.proposals, name);
      return [
        { number: Number(number), file, text: new TextDecoder().decode(files.readBytes(file)) },
      ];
    })
    .sort((a, b) => a.number - b.number);
}

/** Makes cards of a proposal, which is then gone. Throws `draft-unknown`, `text-refused`. */
export function acceptDraft(number: number, moment: Moment, ports: EditPorts): NewPlan {
  const draft = draftOf(number, ports);
  const plan = planNew({ draft: draft.file, title: null }, draft.text, moment, ports);
  applyPlan(plan, `the card of draft ${number}`, ports);
  ports.files.remove(draft.file);
  return plan;
}

/** Forgets a proposal. Throws `draft-unknown`. */
export function dropDraft(number: number, ports: EditPorts): ProposedCard {
  const draft = draftOf(number, ports);
  ports.files.remove(draft.file);
  return draft;
}

/** Returns a proposal by its number. Throws `draft-unknown`. */
export function draftOf(number: number, ports: EditPorts): ProposedCard {
  const found = listDrafts(ports).find((draft) => draft.number === number);
  if (found !== undefined) return found;
  throw new VivaError(
    'draft-unknown',
    `There is no draft ${number}.`,
    'List them with "viva drafts".',
  );
}

function tooMany(): VivaError {
  return new VivaError(
    'too-many-drafts',
    `${MAX_DRAFTS} drafts wait for the person already.`,
    'Have them look at "viva drafts" first.',
  );
}
