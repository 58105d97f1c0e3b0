import { describe, expect, test } from 'vitest';
import { clozeSide } from '../../../../src/deck/anki/cloze.js';
import { cpuTime } from '../../../support/cpu-time.js';

describe('a text with gaps', () => {
  test.each([
    ['{{c1::Paris}} is in {{c2::France}}', 1, '[…] is in France', '<b>Paris</b> is in France'],
    ['{{c1::Paris}} is in {{c2::France}}', 2, 'Paris is in […]', 'Paris is in <b>France</b>'],
    ['{{c1::a::a letter}}', 1, '[a letter]', '<b>a</b>'],
    ['{{c1::a}} {{c1::b}}', 1, '[…] […]', '<b>a</b> <b>b</b>'],
    ['{{c1::a {{c2::b}} c}}', 1, '[…]', '<b>a b c</b>'],
    ['{{c1::a {{c2::b}} c}}', 2, 'a […] c', 'a <b>b</b> c'],
    ['{{c1,2::a}}', 2, '[…]', '<b>a</b>'],
    ['\\(x = {{c1::y}}\\)', 1, '\\(x = […]\\)', '\\(x = y\\)'],
    ['open {{c2::a {{c1::b}}', 1, 'open a […]', 'open a <b>b</b>'],
    ['a }} {{c1::b}}', 1, 'a }} […]', 'a }} <b>b</b>'],
  ])('%j, gap %i', (html, gap, question, answer) => {
    expect(clozeSide(html, gap, 'question')).toBe(question);
    expect(clozeSide(html, gap, 'answer')).toBe(answer);
  });

  test('of a picture says where the part is', () => {
    const mask = (gap: number, left: string) =>
      `{{c${gap}::image-occlusion:rect:left=${left}:top=.25:width=.3:height=.1:oi=1}}<br>`;
    const html = `${mask(1, '.1')}${mask(2, '.555')}`;
    expect(clozeSide(html, 2, 'question')).toBe(
      '<br>[… 56 % from the left, 25 % from the top]<br>',
    );
    expect(clozeSide(html, 2, 'answer')).toBe('<br><br>');
    expect(clozeSide('{{c1::image-occlusion:polygon:points=}}', 1, 'question')).toBe('[…]');
  });

  test('has no card of a gap it lacks', () => {
    expect(clozeSide('{{c1::a}}', 2, 'question')).toBeNull();
    expect(clozeSide('plain', 1, 'question')).toBeNull();
  });

  test('takes any depth and any number', () => {
    const start = cpuTime();
    expect(clozeSide('{{c1::'.repeat(50_000), 1, 'question')).toBeNull();
    const nested = `${'{{c1::'.repeat(50_000)}x${'}}'.repeat(50_000)}`;
    expect(clozeSide(nested, 1, 'question')?.startsWith('[')).toBe(true);
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});
