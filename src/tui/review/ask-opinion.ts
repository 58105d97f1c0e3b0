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

/** Has typed answers compared and judged, one at a time; `show` is called with what comes of one. */
export class OpinionAsker {
  readonly #opinion: SecondOpinion | undefined;
  readonly #show: (action: ScreenAction) => void;
  #end = () => {};

  /** `opinion` is left out where nothing thinks about answers. */
  constructor(opinion: SecondOpinion | undefined, show: (action: ScreenAction) => void) {
    this.#opinion = opinion;
    this.#show = show;
  }

  /** Asks about an answer; what comes of the one before is not shown any more. */
  ask({ card, parts, typed }: TypedAnswer): void {
    this.end();
    if (this.#opinion === undefined || typed.trim() === '') return;
    let isOver = false;
    const tell = (action: ScreenAction) => {
      if (!isOver) this.#show(action);
    };
    void this.#opinion
      .compare(card, parts, typed)
      .then((comparison) => tell({ type: 'compared', comparison }));
    const asked = this.#opinion.judge(card, parts, typed);
    this.#end = () => {
      isOver = true;
      asked?.stop();
    };
    if (asked === null) return;
    tell({ type: 'judged', judged: { kind: 'waiting' } });
    void judgedBy(asked.judgement).then((judged) => tell({ type: 'judged', judged }));
  }

  /** Ends what thinks about the answer typed last. Safe to call at any time. */
  end(): void {
    this.#end();
  }
}
