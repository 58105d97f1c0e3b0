import { describe, expect, test } from 'vitest';
import { holdsText } from '../../../src/query/text-match.js';
import { wordsOf } from '../../../src/query/words.js';

describe('words', () => {
  test.each([
    ['The KV-cache (of 7B)', ['the', 'kv', 'cache', 'of', '7b']],
    ['naïve Ångström ấ', ['naive', 'angstrom', 'a']],
    ['nai\u0308ve', ['naive']],
    ['Σίγμας ſ µ', ['σίγμασ', 's', 'μ']],
    ['Ёлка', ['ёлка']],
    ['Straße ẞ', ['straße', 'ß']],
    ['→ ++ 🤖', []],
    ['', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('a text is found', () => {
  test.each([
    ['The key value cache', 'key value', true],
    ['The key value cache', 'key val', true],
    ['The key value cache', 'ey value', false],
    ['The key value cache', 'ke value', false],
    ['The key value cache', 'value key', false],
    ['key, then key value', 'key value', true],
    ['naive bayes', 'NAÏVE', true],
    ['Why C++ and not Cobol?', 'C++', true],
    ['Why c++?', 'C++', true],
    ['Cobol and caches', 'C++', false],
    ['C# and DC++', 'C++', false],
    ['C and ++', 'C++', false],
    ['multiplies a*b', 'a-b', false],
    ['splits a-b', 'a-b', true],
    ['splits a\u2013bc', 'a-b', true],
    ["it's whole", 'it\u2019s', true],
    ['its whole', "it's", false],
    ['naïve-bayes', 'NAIVE-b', true],
    ['.NET and Cobol', '.net', true],
    ['ASP.NET', '.net', true],
    ['the net', '.net', false],
    ['a key-value *store*', 'key-value store', true],
    ['a key value store', 'key-value store', false],
    ['attention', 'atten*', true],
    ['what is it? that', 'what is it?', true],
    ['what is it that', 'what is it?', false],
    ['a key-value store', 'key value', true],
    ['C++ is fast', '++', true],
    ['C++ is fast', '--', false],
    ['a → b', '→', true],
    ['แคชของคีย์', 'ของ', true],
    ['แคชของคีย์', 'ขอ', true],
    ['键值缓存增长', '缓存', true],
    ['键值缓存增长', '存缓', false],
    ['GPU内存管理', 'gpu内存', true],
  ])('in %j by %j: %j', (text, search, expected) => {
    expect(holdsText(text, search)).toBe(expected);
  });
});
