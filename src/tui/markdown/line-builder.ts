import { splitAt, textWidth } from './measure.js';
import type { Span } from './span.js';

/** Puts spans on lines of at most `width` columns. */
export class LineBuilder {
  readonly lines: Span[][] = [[]];
  readonly #width: number;
  #used = 0;

  constructor(width: number) {
    this.#width = Math.max(1, width);
  }

  get isEmpty(): boolean {
    return this.#used === 0;
  }

  /** Columns left on the line. */
  get room(): number {
    return this.#width - this.#used;
  }

  breakLine(): void {
    this.lines.push([]);
    this.#used = 0;
  }

  /** Adds a span, over several lines where it does not fit. Nothing of it is lost. */
  add({ text, style }: Span): void {
    let rest = text;
    while (textWidth(rest) > this.room) {
      const [head, tail] = splitAt(rest, this.room);
      if (textWidth(head) <= this.room || this.isEmpty) {
        this.#push({ text: head, style });
        rest = tail;
      }
      if (rest === '') return;
      this.breakLine();
    }
    if (rest !== '') this.#push({ text: rest, style });
  }

  #push(span: Span): void {
    const line = this.lines.at(-1) ?? [];
    const last = line.at(-1);
    if (last?.style === span.style)
      line[line.length - 1] = { ...last, text: last.text + span.text };
    else line.push(span);
    this.#used += textWidth(span.text);
  }
}
