import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_SEVERITIES } from '../../../src/model/diagnostic.js';

const page = readFileSync('docs/deck-format.md', 'utf8');

test('docs/deck-format.md names every code of a diagnostic, and which are errors', () => {
  for (const [code, severity] of Object.entries(DIAGNOSTIC_SEVERITIES)) {
    const told = severity === 'error' ? `\`${code}\` (error)` : `\`${code}\`,`;
    expect(page, code).toContain(told);
  }
});
