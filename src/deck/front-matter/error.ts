import type { Position } from '../text/source.js';

/** Front matter that cannot be used. `at` counts from the opening `---`, which is line 1. */
export class FrontMatterError extends Error {
  constructor(
    message: string,
    readonly at: Position,
  ) {
    super(message);
  }
}
