import type { ConvertedCard } from '../../deck/anki/convert-cards.js';
import { cardHtml } from '../../export/apkg/card-html.js';
import type { AnkiNote } from '../../model/anki.js';
import type { Card } from '../../model/card.js';
import { changedFields, MARK_FIELD } from '../../model/text/mark.js';

/** A text that was changed in Anki and is another one here. */
export interface ChangedText {
  readonly card: Card;
  /** Markdown as Anki has it; what was not changed there is as here. */
  readonly question: string;
  readonly answer: string;
}

/**
 * Returns the text that a card has in Anki where it was changed there; null where
 * it is the same, or merely one that viva wrote before.
 */
export function changedText(card: Card, converted: ConvertedCard): ChangedText | null {
  const { question, answer } = converted.card;
  const changed = changedSides(card, converted);
  const text = {
    card,
    question:
      changed.question && !isSameContent(card.question, question) ? question : card.question,
    answer: changed.answer && !isSameContent(card.answer, answer) ? answer : card.answer,
  };
  return text.question === card.question && text.answer === card.answer ? null : text;
}

function changedSides(
  { changedAt }: Card,
  { note, noteType, origin }: ConvertedCard,
): { question: boolean; answer: boolean } {
  if (noteType.fields.at(-1) === MARK_FIELD) {
    const changed = changedFields(note.fields.slice(0, -1), note.fields.at(-1) ?? '');
    if (changed !== null) {
      const at = origin.ordinal * 2;
      return { question: changed[at] ?? false, answer: changed[at + 1] ?? false };
    }
  }
  // Notes of Anki's own do not say what they were: the later text is the changed one.
  const isLater = secondsOf(note) > Math.round(changedAt / 1000);
  return { question: isLater, answer: isLater };
}

const secondsOf = ({ changedAt }: AnkiNote) => changedAt;

/** Do two texts look the same in Anki? Its HTML has no like for all of Markdown. */
function isSameContent(here: string, there: string): boolean {
  return here === there || looks(here) === looks(there);
}

function looks(markdown: string): string {
  return cardHtml(markdown).normalize('NFC').replaceAll(/\s+/g, ' ');
}
