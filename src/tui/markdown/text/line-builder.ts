import { clustersOf, textWidth } from './measure.js';
import type { Span, SpanStyle } from './span.js';

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
    const width = textWidth(text);
    if (width <= this.room) this.#push(text, width, style);
    else this.#fold(text, style);
  }

  #fold(text: string, style: SpanStyle): void {
    let head = '';
    let headWidth = 0;
    for (const cluster of clustersOf(text)) {
      if (headWidth + cluster.width > this.room && (headWidth > 0 || !this.isEmpty)) {
        this.#push(head, headWidth, style);
        this.breakLine();
        head = '';
        headWidth = 0;
      }
      head += cluster.text;
      headWidth += cluster.width;
    }
    this.#push(head, headWidth, style);
  }

  #push(text: string, width: number, style: SpanStyle): void {
    if (text === '') return;
    const line = this.lines.at(-1) ?? [];
    const last = line.at(-1);
    if (last?.style === style) line[line.length - 1] = { style, text: last.text + text };
    else line.push({ text, style });
    this.#used += width;
  }
}
