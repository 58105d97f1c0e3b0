import type { Moment } from '../../model/moment.js';

/** What the meaning of a query depends on. */
export interface CompileContext {
  readonly moment: Moment;
  /** Decay of the forgetting curve, the last of the FSRS-6 weights. */
  readonly decay: number;
}

/** Returns the placeholder of a value. */
export type Bind = (value: string | number) => string;
