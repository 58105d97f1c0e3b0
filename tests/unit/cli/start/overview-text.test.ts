import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../src/cli/start/catalogue.js';
import { overviewText } from '../../../../src/cli/start/overview-text.js';

describe('the help of all commands', () => {
  test('names each with what it does, a line each where there is room', () => {
    const lines = overviewText(100).split('\n');
    for (const { name, summary } of CATALOGUE)
      expect(lines).toContain(`  ${name}`.padEnd(17) + summary);
  });

  test.each([100, 80, 60, 40])('keeps to %i columns', (width) => {
    const lines = overviewText(width).split('\n');
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toBe(overviewText(200).replaceAll(/\s+/g, ' '));
  });
});
