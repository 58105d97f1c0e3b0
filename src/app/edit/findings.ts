import { type Diagnostic, type DiagnosticCode, UNCLOSED } from '../../model/diagnostic.js';
import { VivaError } from '../../model/error.js';

/** Findings with which a text is not taken: it would make no card, or change others. */
const REFUSED: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'no-questions',
  'question-empty',
  ...UNCLOSED,
  'extra-details',
]);

/** Is a text with this finding not taken? */
export function isRefused({ severity, code }: Diagnostic): boolean {
  return severity === 'error' || REFUSED.has(code);
}

/** A text that came back from the editor and cannot be taken, with what is wrong at which line. */
export class RefusedText extends VivaError {
  /** At lines of the text as the person saw it; at least one. */
  readonly findings: readonly { readonly line: number; readonly message: string }[];

  constructor(findings: RefusedText['findings']) {
    const [first] = findings;
    const where = first === undefined ? '' : `Line ${first.line}: ${first.message}`;
    super('text-refused', where, 'Fix it in the editor.');
    this.findings = findings;
  }
}
