import { expect, test } from 'vitest';
import { readShellWord } from '../../../../src/cli/completion/shell-word.js';

test.each([
  ['plain', 'plain'],
  ['The\\ Tr', 'The Tr'],
  ['part:"The Tr', 'part:The Tr'],
  ['"part:The Tr"', 'part:The Tr'],
  ["'a\\b'c", 'a\\bc'],
  ['"it\'s"', "it's"],
  ['end\\', 'end'],
  ['$(x)', '$(x)'],
  ['', ''],
])('%s is %s', (raw, word) => {
  expect(readShellWord(raw)).toBe(word);
});
