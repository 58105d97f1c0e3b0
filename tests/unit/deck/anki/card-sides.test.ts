import { expect, test } from 'vitest';
import { cardSides } from '../../../../src/deck/anki/card-sides.js';
import type { AnkiNoteType } from '../../../../src/model/anki.js';

function noteType(question: string, answer: string, cloze = false): AnkiNoteType {
  const fields = ['Front', 'Back', 'Extra'];
  return { id: 1, name: 'T', cloze, css: '', fields, templates: [{ name: 'C', question, answer }] };
}
const sides = (type: AnkiNoteType, values: string[], ordinal = 0) =>
  cardSides(type, { fields: values, tags: ['x', '<y>'] }, ordinal, 'A::B & C');

test('the answer comes without the question above it', () => {
  const rule = '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}';
  expect(sides(noteType('{{Front}}', rule), ['q', 'a'])).toEqual({
    question: 'q',
    answer: '\n\na',
  });
  const quoted = '{{Front}}<hr id="answer" class="x">{{Back}}';
  expect(sides(noteType('{{Front}}', quoted), ['q', 'a'])?.answer).toBe('a');
  expect(sides(noteType('{{Front}}', '{{Front}} {{Back}}'), ['q', 'a'])?.answer).toBe(' a');
  expect(sides(noteType('{{Front}}', '{{Back}}'), ['q', 'a'])?.answer).toBe('a');
});

test('parts show with their field, or without it', () => {
  const type = noteType('{{#Extra}}[{{Extra}}]{{/Extra}}{{^Extra}}none{{/Extra}}', '{{Back}}');
  expect(sides(type, ['', '', 'x'])?.question).toBe('[x]');
  expect(sides(type, ['', '', '<br>&nbsp;'])?.question).toBe('none');
  const nested = noteType('{{#Front}}a{{#Extra}}b{{/Extra}}c{{/Front}}', '');
  expect(sides(nested, ['x', '', ''])?.question).toBe('ac');
  expect(sides(nested, ['', '', 'y'])?.question).toBe('');
});

test('filters give the field, and what asks for typing or speech gives nothing', () => {
  const type = noteType(
    '{{text:Front}}{{type:Back}}{{tts en_US:Front}}',
    '{{hint:Extra}}{{type:Back}}',
  );
  expect(sides(type, ['q', 'a', 'h'])).toEqual({ question: 'q', answer: 'ha' });
});

test('a hint of the question is not given away there, and not lost', () => {
  const asked = noteType('{{Front}} {{hint:Extra}}', '{{Back}}');
  expect(sides(asked, ['q', 'a', 'h<i>!</i>'])).toEqual({
    question: 'q ',
    answer: 'a<p>Extra: h<i>!</i></p>',
  });
  expect(sides(asked, ['q', 'a', ' <br>'])?.answer).toBe('a');
  const both = noteType('{{Front}}{{hint:Extra}}', '{{Back}} {{Extra}}');
  expect(sides(both, ['q', 'a', 'h'])?.answer).toBe('a h');
});

test('the fields that Anki has for every note are filled in', () => {
  const type = noteType('{{Tags}}|{{Deck}}|{{Subdeck}}|{{Type}}|{{Card}}', '{{Back}}');
  expect(sides(type, ['q', 'a'])?.question).toBe('x &lt;y&gt;|A::B &amp; C|B &amp; C|T|C');
  const own = { ...type, fields: ['Deck', 'Back'] };
  expect(sides(own, ['mine', 'a'])?.question).toContain('|mine|');
});

test('templates with the other signs are read by them', () => {
  const type = noteType('{{=<% %>=}}\n<%#Extra%><b><%Front%></b> {{Front}}<%/Extra%>', '{{Back}}');
  expect(sides(type, ['q', 'a', 'x'])?.question).toBe('\n<b>q</b> {{Front}}');
  expect(sides(type, ['q', 'a', ''])?.question).toBe('\n');
  const cloze = noteType('{{=<% %>=}}<%cloze:Front%>', 'x', true);
  expect(sides(cloze, ['{{c1::a}} b'])?.question).toBe('[…] b');
});

test('a cloze has a card a gap', () => {
  const type = noteType('{{cloze:Front}}', '{{cloze:Front}}<br>{{Back}}', true);
  const text = '{{c1::a}} and {{c2::b}}';
  expect(sides(type, [text, 'x'], 1)).toEqual({
    question: 'a and […]',
    answer: 'a and <b>b</b><br>x',
  });
  expect(sides(type, [text, 'x'], 2)?.question).toBe('');
});

test('a card of no template is none, and an unknown field is empty', () => {
  expect(sides(noteType('{{Front}}', ''), ['q'], 1)).toBeNull();
  expect(sides(noteType('a{{Nope}}b', ''), ['q'])?.question).toBe('ab');
});

test('a template that repeats a long field is cut', () => {
  const type = noteType('{{Front}}'.repeat(1000), '');
  expect(sides(type, ['x'.repeat(100_000)])?.question.length).toBe(1_000_000);
});
