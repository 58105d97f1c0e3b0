import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { formatDiagnostic } from '../../../../src/model/diagnostic.js';

const folder = new URL('../../../fixtures/deck/', import.meta.url);

/** What `viva lint` would say, and what is left of the file. */
function lint(name: string): string {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  const { modules, diagnostics } = parseDeckFile(`${name}.md`, text);
  const kept = modules.map((module) => {
    const defects = module.cards.map((card) => card.defects.join('+') || 'sound');
    return `${module.title}: ${defects.join(', ') || 'no cards'}`;
  });
  return `${[...diagnostics.map(formatDiagnostic), ...kept].join('\n')}\n`;
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3));

describe('each malformed shape is reported at its place, and the rest is kept', () => {
  test('there are fixtures to read', () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
  });

  test.each(names)('%s', async (name) => {
    await expect(lint(name)).toMatchFileSnapshot(`../../../fixtures/deck/${name}.txt`);
  });
});
