/** Stable names of everything that can go wrong, and the exit status of each. */
const ERROR_EXIT_CODES = {
  usage: 2,
  'query-invalid': 2,
  'file-missing': 1,
  'file-unreadable': 1,
  'file-exists': 1,
  'file-changed': 1,
  'text-refused': 1,
  'source-readonly': 1,
  'module-unknown': 1,
  'folder-without-modules': 1,
  'path-unsafe': 1,
  'import-failed': 1,
  'source-address': 2,
  'source-failed': 1,
  'events-differ': 1,
  'lint-failed': 1,
  'collection-unknown': 1,
  'collection-conflict': 1,
  'card-unknown': 1,
  'card-ambiguous': 1,
  'relink-invalid': 1,
  'reviews-too-few': 1,
  'set-unknown': 1,
  'nothing-to-undo': 1,
  'nothing-to-ask': 1,
  'no-terminal': 1,
  'editor-failed': 1,
  'output-failed': 1,
  'data-folder-unwritable': 1,
  'database-newer': 1,
  'database-damaged': 1,
  'database-locked': 1,
  'database-full': 1,
  'database-failed': 1,
  'database-replaced': 1,
  'database-missing': 1,
  'card-changed': 1,
  'card-not-drawn': 1,
  'card-not-revealed': 1,
  'draft-unknown': 1,
  'too-many-drafts': 1,
  'judge-failed': 1,
  'backup-failed': 1,
  'backup-unusable': 1,
  'doctor-failed': 1,
  'sqlite-unsupported': 1,
  'config-invalid': 2,
  'clock-invalid': 2,
  'git-missing': 1,
  'sync-address': 2,
  'sync-off': 1,
  'sync-on': 1,
  'sync-unreachable': 1,
  'sync-busy': 1,
  'sync-newer': 1,
  'sync-other': 1,
  'sync-key': 1,
  'plan-invalid': 2,
  'plan-unknown': 1,
  'plan-ambiguous': 1,
  'plan-empty': 1,
  interrupted: 130,
  internal: 1,
} as const;

export type ErrorCode = keyof typeof ERROR_EXIT_CODES;

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The one error a person ever sees: what happened, where, what to do next. */
export class VivaError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly place: Place | undefined;

  /**
   * Takes a stable code, a sentence saying what happened, and a hint saying
   * what to do next; `place` and `cause` where known.
   */
  constructor(
    code: ErrorCode,
    message: string,
    hint: string,
    more: { place?: Place; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.name = 'VivaError';
    this.code = code;
    this.hint = hint;
    this.place = more.place;
  }

  /** Returns the exit status that goes with the code. */
  get exitCode(): number {
    return ERROR_EXIT_CODES[this.code];
  }
}
