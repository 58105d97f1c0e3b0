import type { Moment } from '../../model/moment.js';

/** What the meaning of a query depends on. */
export interface CompileContext {
  readonly moment: Moment;
  /** Decay of the forgetting curve, the last of the FSRS-6 weights. */
  readonly decay: number;
}

/** Returns the placeholder of a value. */
export type Bind = (value: string | number) => string;

/** Makes the placeholders of a statement; their names begin with `prefix`. */
export function makeBind(prefix: string): {
  readonly bind: Bind;
  readonly params: Readonly<Record<string, string | number>>;
} {
  const params: Record<string, string | number> = {};
  let count = 0;
  const bind: Bind = (value) => {
    const name = `${prefix}${count++}`;
    params[name] = value;
    return `:${name}`;
  };
  return { bind, params };
}
