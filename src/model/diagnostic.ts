export type Severity = 'error' | 'warning' | 'info';

/** Every code a diagnostic can carry, with its usual severity. */
export const DIAGNOSTIC_SEVERITIES = {
  'front-matter-invalid': 'error',
  'front-matter-engine': 'error',
  'front-matter-unknown-key': 'info',
  'no-questions': 'warning',
  'question-empty': 'warning',
  'answer-empty': 'warning',
  'answer-link': 'info',
  'answer-part': 'warning',
  'answer-same': 'warning',
  'answer-truncated': 'warning',
  'question-truncated': 'warning',
  'question-double': 'info',
  'question-hidden': 'info',
  'gap-missing': 'warning',
  'picture-missing': 'warning',
  'difficulty-missing': 'warning',
  'duplicate-question': 'warning',
  'duplicate-module': 'warning',
  'duplicate-id': 'warning',
  'unclosed-details': 'warning',
  'unclosed-fence': 'warning',
  'unclosed-comment': 'warning',
  'unclosed-html': 'warning',
  'unclosed-maths': 'warning',
  'extra-details': 'warning',
  'encoding-repaired': 'info',
  'encoding-assumed': 'warning',
  'encoding-lost': 'warning',
  flattened: 'info',
  'jsx-residue': 'info',
  'control-characters': 'warning',
  'nesting-too-deep': 'warning',
  'file-too-large': 'error',
  'not-utf8': 'error',
  'package-damaged': 'error',
  'identity-ambiguous': 'warning',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_SEVERITIES;

/** The codes of what goes on beyond the card that it stands in. */
export const UNCLOSED = [
  'unclosed-details',
  'unclosed-fence',
  'unclosed-comment',
  'unclosed-html',
] as const satisfies readonly DiagnosticCode[];

/** One finding about a file: `file:line:column severity code message`. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/** Makes a diagnostic with its code's usual severity. */
export function diagnostic(
  code: DiagnosticCode,
  at: { file: string; line: number; column: number },
  message: string,
): Diagnostic {
  return { severity: DIAGNOSTIC_SEVERITIES[code], code, ...at, message };
}

/** Returns the one-line form that compilers and editors understand. */
export function formatDiagnostic(d: Diagnostic): string {
  return `${d.file}:${d.line}:${d.column} ${d.severity} ${d.code} ${d.message}`;
}
