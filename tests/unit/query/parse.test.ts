import { describe, expect, test } from 'vitest';
import type { Query } from '../../../src/model/query.js';
import { parseQuery } from '../../../src/query/parse.js';

const text = (word: string): Query => ({ kind: 'text', text: word });
const company = (name: string): Query => ({ kind: 'company', name });
const property = (
  name: Extract<Query, { kind: 'property' }>['name'],
  op: Extract<Query, { kind: 'property' }>['op'],
  value: number,
): Query => ({ kind: 'property', name, op, value });
const stars = (from: 1 | 2 | 3, to: 1 | 2 | 3 = from): Query => ({ kind: 'stars', from, to });
const and = (...terms: Query[]): Query => ({ kind: 'and', terms });
const or = (...terms: Query[]): Query => ({ kind: 'or', terms });
const not = (term: Query): Query => ({ kind: 'not', term });

describe('terms are joined', () => {
  test.each<[string, Query]>([
    ['', { kind: 'all' }],
    ['  \t\n', { kind: 'all' }],
    ['a', text('a')],
    ['a b c', and(text('a'), text('b'), text('c'))],
    ['a and b AND c', and(text('a'), text('b'), text('c'))],
    ['a OR b', or(text('a'), text('b'))],
    ['a or b or c', or(text('a'), text('b'), text('c'))],
    ['a b OR c', or(and(text('a'), text('b')), text('c'))],
    ['a (b OR c)', and(text('a'), or(text('b'), text('c')))],
    ['(a b) c', and(text('a'), text('b'), text('c'))],
    ['((a))', text('a')],
    ['-a', not(text('a'))],
    ['--a', text('a')],
    ['-(a b) c', and(not(and(text('a'), text('b'))), text('c'))],
    ['a -b', and(text('a'), not(text('b')))],
    ['key-value', text('key-value')],
    ['order android', and(text('order'), text('android'))],
    ['O(n)', and(text('O'), text('n'))],
  ])('%j', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });
});

describe('quotes and escapes', () => {
  test.each<[string, Query]>([
    ['"exact phrase"', text('exact phrase')],
    ['"a (b) OR -c"', text('a (b) OR -c')],
    ['"company:google"', text('company:google')],
    ['company\\:google', text('company:google')],
    ['"or" \\or', and(text('or'), text('or'))],
    ['\\-a', text('-a')],
    ['"say \\"hi\\" \\\\"', text('say "hi" \\')],
    ['a\\', text('a\\')],
    ['f"o o"b', text('fo ob')],
    ['company:"Foo, Inc"', company('Foo, Inc')],
    ['company:"Foo, Inc",bar', or(company('Foo, Inc'), company('bar'))],
    ['company:Foo\\ Bar', company('Foo Bar')],
    ['company:a,b', or(company('a'), company('b'))],
    ['-company:a,b', not(or(company('a'), company('b')))],
    ['http\\://x.y', text('http://x.y')],
    ['3:1', text('3:1')],
    [':x', text(':x')],
  ])('%s', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });
});

describe('every field', () => {
  test.each<[string, Query]>([
    ['company:google', company('google')],
    ['COMPANY:Google', company('Google')],
    ['company:goo*', company('goo*')],
    ['part:Inference', { kind: 'part', name: 'Inference' }],
    ['tag:none', { kind: 'tag', name: 'none' }],
    ['collection:mine', { kind: 'collection', name: 'mine' }],
    ['deck:mine', { kind: 'collection', name: 'mine' }],
    ['module:22', { kind: 'module', number: 22 }],
    ['module:"22"', { kind: 'module-title', title: '22' }],
    ['module:"kv cache"', { kind: 'module-title', title: 'kv cache' }],
    ['difficulty:3', stars(3)],
    ['stars:1', stars(1)],
    ['difficulty:2..3', stars(2, 3)],
    ['difficulty:easy', stars(1)],
    ['difficulty:Medium', stars(2)],
    ['difficulty:medium..hard', stars(2, 3)],
    ['difficulty:★★★', stars(3)],
    ['difficulty:★★☆', stars(2)],
    ['difficulty:⭐️⭐️', stars(2)],
    ['difficulty:*', stars(1)],
    ['difficulty:>=2', stars(2, 3)],
    ['difficulty:>1', stars(2, 3)],
    ['difficulty:<=2', stars(1, 2)],
    ['difficulty:<3', stars(1, 2)],
    ['difficulty:=3', stars(3)],
    ['difficulty:1,3', or(stars(1), stars(3))],
    ['is:new', { kind: 'is', word: 'new' }],
    ['is:Buried', { kind: 'is', word: 'buried' }],
    ['due:<=7d', property('due', '<=', 7)],
    ['due:today', property('due', '=', 0)],
    ['due:tomorrow', property('due', '=', 1)],
    ['due:<=tomorrow', property('due', '<=', 1)],
    ['due:<0', property('due', '<', 0)],
    ['due:-1', property('due', '=', -1)],
    ['interval:>30d', property('interval', '>', 30)],
    ['interval:30', property('interval', '=', 30)],
    ['ivl:>=2w', property('interval', '>=', 14)],
    ['interval:<1y', property('interval', '<', 365)],
    ['interval:!=1mo', property('interval', '!=', 30)],
    ['stability:>21.5', property('stability', '>', 21.5)],
    ['retrievability:<0.8', property('retrievability', '<', 0.8)],
    ['retrievability:<80%', property('retrievability', '<', 0.8)],
    ['lapses:>=3', property('lapses', '>=', 3)],
    ['reps:10', property('reps', '=', 10)],
    ['prop:ivl>30', property('interval', '>', 30)],
    ['prop:r<0.8', property('retrievability', '<', 0.8)],
    ['prop:s>21', property('stability', '>', 21)],
    ['prop:d>0.5', property('difficulty', '>', 5.5)],
    ['prop:d=0', property('difficulty', '=', 1)],
    ['prop:difficulty>5.5', property('difficulty', '>', 5.5)],
    ['prop:lapses>3', property('lapses', '>', 3)],
    ['prop:reps!=3', property('reps', '!=', 3)],
    ['prop:due=0', property('due', '=', 0)],
    ['prop:due=-0', property('due', '=', 0)],
    ['flag:0', { kind: 'flag', value: 0 }],
    ['flag:7', { kind: 'flag', value: 7 }],
    ['added:7', { kind: 'added', days: 7 }],
    ['added:7d', { kind: 'added', days: 7 }],
    ['introduced:1', { kind: 'introduced', days: 1 }],
    ['rated:7', { kind: 'rated', days: 7, rating: null }],
    ['rated:1:1', { kind: 'rated', days: 1, rating: 1 }],
    ['rated:1:again', { kind: 'rated', days: 1, rating: 1 }],
    ['id:7k2p', { kind: 'id', id: '7k2p' }],
    ['id:a,b', or({ kind: 'id', id: 'a' }, { kind: 'id', id: 'b' })],
  ])('%s', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });
});
