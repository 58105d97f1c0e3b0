import type { AnswerParts } from '../../model/answer-parts.js';
import type { Card } from '../../model/card.js';
import { judgedBy, type SecondOpinion } from './opinion.js';
import type { ScreenAction } from './screen-state.js';

/** An answer that the person typed, and what it is an answer to. */
interface TypedAnswer {
  readonly card: Card;
  readonly parts: AnswerParts | null;
  readonly typed: string;
}

/** Has a typed answer compared and judged; `show` is called with what comes of it. Returns what ends it. */
export function askOpinion(
  opinion: SecondOpinion,
  { card, parts, typed }: TypedAnswer,
  show: (action: ScreenAction) => void,
): () => void {
  let isOver = false;
  const tell = (action: ScreenAction) => {
    if (!isOver) show(action);
  };
  void opinion
    .compare(card, parts, typed)
    .then((comparison) => tell({ type: 'compared', comparison }));
  const asked = opinion.judge(card, parts, typed);
  if (asked !== null) {
    tell({ type: 'judged', judged: { kind: 'waiting' } });
    void judgedBy(asked.judgement).then((judged) => tell({ type: 'judged', judged }));
  }
  return () => {
    isOver = true;
    asked?.stop();
  };
}
