import { describe, expect, test } from 'vitest';
import { flagQuery } from '../../../src/query/flags.js';
import { parseQuery } from '../../../src/query/parse.js';

describe('flags', () => {
  test('say the same as terms', () => {
    expect(
      flagQuery({
        company: ['google'],
        difficulty: ['2..3'],
        part: ['Inference'],
        module: ['kv cache'],
        tag: ['none'],
        collection: ['viva'],
        is: ['due'],
      }),
    ).toEqual(
      parseQuery(
        'company:google difficulty:2..3 part:Inference module:"kv cache" tag:none collection:viva is:due',
      ),
    );
  });

  test('are any of their values, and all of the flags', () => {
    expect(flagQuery({ company: ['google,meta', 'openai'], is: ['new', 'due'] })).toEqual(
      parseQuery('(company:google OR company:meta OR company:openai) (is:new OR is:due)'),
    );
  });

  test('keep a comma that is quoted or escaped', () => {
    const inc = { kind: 'company', name: 'Foo, Inc' };
    expect(flagQuery({ company: ['"Foo, Inc"'] })).toEqual(inc);
    expect(flagQuery({ company: ['Foo\\, Inc'] })).toEqual(inc);
  });

  test('take a number for a module, and digits in quotes for its title', () => {
    expect(flagQuery({ module: ['22'] })).toEqual({ kind: 'module', number: 22 });
    expect(flagQuery({ module: ['"22"'] })).toEqual({ kind: 'module-title', title: '22' });
  });

  test('that are not given ask for nothing', () => {
    expect(flagQuery({})).toEqual({ kind: 'all' });
    expect(flagQuery({ company: [], is: undefined })).toEqual({ kind: 'all' });
  });

  test('say by their own name what is wrong', () => {
    expect(() => flagQuery({ is: ['lerning'] })).toThrow('--is "lerning": invalid search term.');
    expect(() => flagQuery({ difficulty: ['2', '9'] })).toThrow('--difficulty "9"');
    expect(() => flagQuery({ company: [''] })).toThrow('a value is missing');
    expect(() => flagQuery({ company: ['"open'] })).toThrow('this quote is not closed');
  });
});
