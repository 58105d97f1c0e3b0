import type * as z from '../model/schema.js';
import { SYNC_VERSION } from '../model/sync.js';

/** What is wrong with a file: it is not whole, or of a newer viva. */
export class SegmentError extends Error {
  readonly kind: 'damaged' | 'newer';

  /** Takes what is wrong, to follow the file's name and a colon. */
  constructor(kind: 'damaged' | 'newer', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Checks JSON against a schema; one with a later `version` is of a newer viva. Throws SegmentError. */
export function parsed<T>(schema: z.ZodMiniType<T>, bytes: Uint8Array): T {
  const value = json(utf8Text(bytes));
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const version = typeof value === 'object' && value !== null && Reflect.get(value, 'version');
  if (typeof version === 'number' && version > SYNC_VERSION) {
    throw new SegmentError(
      'newer',
      `it has version ${version}, and this viva reads ${SYNC_VERSION}`,
    );
  }
  throw new SegmentError('damaged', whatIsWrong(result.error));
}

/** Returns what a schema found first, with where. */
export function whatIsWrong(error: z.$ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return `${where === '' ? '' : `${where}: `}${issue?.message ?? 'a wrong value'}`.slice(0, 200);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Throws SegmentError for what is not UTF-8. */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new SegmentError('damaged', 'it is not JSON');
  }
}

/** Throws SegmentError for what is not JSON. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SegmentError('damaged', 'it is not JSON');
  }
}
