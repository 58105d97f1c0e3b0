import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMembers } from '../../../src/export/json-members.js';
import { VivaError } from '../../../src/model/error.js';
import { chunksOf } from './archive-samples.js';

/** Puts together again what was read, in the document's order. */
function read(text: string, size: number): Record<string, unknown> {
  const found: [string, unknown][] = [];
  let list: unknown[] = [];
  for (const member of jsonMembers(chunksOf(text, size), 'a.json')) {
    if (member.kind === 'value') found.push([member.name, member.value]);
    if (member.kind === 'element') {
      expect(member.index).toBe(list.length);
      list.push(member.value);
    }
    if (member.kind === 'list') {
      found.push([member.name, list]);
      list = [];
    }
  }
  return Object.fromEntries(found);
}

const documents = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
);
const sizes = fc.integer({ min: 1, max: 40 });
const indents = fc.constantFrom(undefined, 1, '\t');

test('any JSON object is read as JSON.parse reads it, in chunks of any size', () => {
  fc.assert(
    fc.property(documents, sizes, indents, (document, size, indent) => {
      const text = JSON.stringify(document, null, indent);
      expect(read(text, size)).toEqual(JSON.parse(text));
    }),
  );
});

test('what is no JSON is never taken for it, however it is damaged', () => {
  const characters = fc.constantFrom(...'{}[],:"\\ 1a');
  fc.assert(
    fc.property(
      documents,
      sizes,
      fc.nat(),
      characters,
      fc.boolean(),
      (document, size, at, c, add) => {
        const whole = JSON.stringify(document);
        const place = at % (whole.length + 1);
        const text = whole.slice(0, place) + c + whole.slice(add ? place : place + 1);
        let found: Record<string, unknown>;
        try {
          found = read(text, size);
        } catch (error) {
          expect(error).toBeInstanceOf(VivaError);
          return;
        }
        // Damage can split a character, which the bytes of a file cannot hold.
        const inBytes = new TextDecoder().decode(new TextEncoder().encode(text));
        expect(found).toEqual(JSON.parse(inBytes));
      },
    ),
    { numRuns: 500 },
  );
});

test('JSON that is whole is never refused', () => {
  for (const text of [
    '{}',
    ' { } ',
    '{"a":[]}',
    '{"a":[ ],"b":{"c":[1,{}]}}',
    '{"a":[[],[[]]]}\n',
  ]) {
    expect(read(text, 1)).toEqual(JSON.parse(text));
  }
});
