import { type Edit, type Rewrite, rewrite } from './rewrite.js';

/** A text that is edited several times over and still knows where each part came from. */
export class Layers {
  #text: string;
  readonly #rewrites: Rewrite[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The text after all edits so far. */
  get text(): string {
    return this.#text;
  }

  get changed(): boolean {
    return this.#rewrites.length > 0;
  }

  /** Applies edits to the present text; they are in order and do not overlap. */
  add(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const next = rewrite(this.#text, edits);
    this.#rewrites.push(next);
    this.#text = next.text;
  }

  /** Takes an offset in the present text and gives the one in the first. */
  originalOffset(offset: number): number {
    return this.#rewrites.reduceRight((at, layer) => layer.originalOffset(at), offset);
  }
}
