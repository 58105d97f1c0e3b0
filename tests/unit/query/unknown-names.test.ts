import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/query/parse.js';
import { unknownNames } from '../../../src/query/unknown-names.js';

const KNOWN = {
  company: ['Google', 'Anthropic', 'OpenAI'],
  part: ['Inference'],
  tag: ['transformer'],
  collection: ['viva'],
};
const errorFor = (query: string, known = KNOWN) => unknownNames(parseQuery(query), known);

describe('a name that no card has', () => {
  test('is an error that says which exist, and the nearest', () => {
    const error = errorFor('attention company:antropic');
    expect(error).toMatchObject({ code: 'query-invalid', exitCode: 2 });
    expect(error?.message).toBe('No card has the company "antropic".');
    expect(error?.hint).toBe(
      'Did you mean "Anthropic"? There are the companies Google, Anthropic, OpenAI.',
    );
  });

  test('is found wherever it stands', () => {
    expect(errorFor('-(a OR part:x)')?.message).toBe('No card has the part "x".');
    expect(errorFor('company:google,metta')?.message).toContain('metta');
    expect(errorFor('tag:x')?.message).toContain('tag');
    expect(errorFor('deck:x')?.message).toContain('collection');
    expect(errorFor('company:z*')?.message).toContain('z*');
  });

  test('is no error of those that cards have, in any case, and wildcards', () => {
    expect(errorFor('company:GOOGLE part:inference tag:Transformer deck:viva')).toBeNull();
    expect(errorFor('company:*ai')).toBeNull();
    expect(errorFor('tag:none is:new attention module:x')).toBeNull();
  });

  test('may be asked for among retired cards', () => {
    expect(errorFor('is:retired collection:gone')).toBeNull();
  });

  test('is said plainly where there are no names at all', () => {
    const error = errorFor('company:google', { ...KNOWN, company: [] });
    expect(error?.hint).toBe('There are no companies yet.');
  });

  test('does not list hundreds of others', () => {
    const many = Array.from({ length: 300 }, (_, n) => `Company ${n}`);
    const hint = errorFor('company:zebra', { ...KNOWN, company: many })?.hint ?? '';
    expect(hint).toContain('and 288 more');
    expect(hint.length).toBeLessThan(300);
  });

  test('cannot steer the terminal', () => {
    const error = errorFor('company:"\u001b[2J"', { ...KNOWN, company: ['\u001b[31mRed'] });
    expect(`${error?.message}${error?.hint}`).not.toContain('\u001b');
  });
});
