import { type Diagnostic, type DiagnosticCode, diagnostic } from '../../model/diagnostic.js';
import type { Position } from './source.js';

/** Notes a finding at a place of the file that is being read. */
export type Report = (code: DiagnosticCode, at: Position, message: string) => void;

/** Returns a reporter that adds findings about a file to a list. */
export function reporterFor(file: string, findings: Diagnostic[]): Report {
  return (code, { line, column }, message) => {
    findings.push(diagnostic(code, { file, line, column }, message));
  };
}
