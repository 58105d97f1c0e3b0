/** A finding of a check: where, how bad, which rule, what to do. */

/** @returns {{ path: string, line: number, severity: 'error', code: string, message: string }} */
export function error(path, line, code, message) {
  return { path, line, severity: 'error', code, message };
}

/** @returns {{ path: string, line: number, severity: 'warning', code: string, message: string }} */
export function warning(path, line, code, message) {
  return { path, line, severity: 'warning', code, message };
}
