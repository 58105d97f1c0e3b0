import { describe, expect, test } from 'vitest';
import { hideNegation, unhideNegation } from '../../../../src/cli/start/negation.js';

const OPTIONS = [
  { flags: '-o, --output <path>', description: '' },
  { flags: '-q, --quiet', description: '' },
  { flags: '--company <name...>', description: '' },
];
const hide = (word: string) => hideNegation(word, OPTIONS);

describe('a word with a dash', () => {
  test.each(['-is:suspended', '-company:google', '-attention', '-qwen'])(
    '%s is a term taken back, hidden and found again',
    (word) => {
      expect(hide(word)).not.toMatch(/^-/);
      expect(unhideNegation(hide(word))).toBe(word);
    },
  );

  test.each(['-oviva.json', '-o=viva.json', '-o', '-h', '--output=x', '--', '-', 'word', '- x'])(
    '%s is none',
    (word) => {
      expect(hide(word)).toBe(word);
      expect(unhideNegation(word)).toBe(word);
    },
  );
});
