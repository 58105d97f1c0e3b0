import { describe, expect, test } from 'vitest';
import { pairsOf, readList } from './reading.js';

describe('blocks of Logseq', () => {
  test('tagged ones ask, those below them answer, properties are no text', () => {
    const text = [
      'tags:: networks',
      '',
      '- A page about ports.',
      '- What is a port? #card #net',
      '  id:: 66c2b37c-4e6f',
      '  card-last-interval:: 4',
      '  collapsed:: true',
      '\t- A number.',
      '\t  id:: 66c2b383-718f',
      '\t\t- of 16 bits',
      '\t-',
      '- ## More',
      '  background-color:: #497d46',
      '\t- #card How is one opened',
      '\t\t- ```sh',
      '\t\t  id:: kept',
      '\t\t  ```',
      '- Which is of ssh？#card',
      '\t- 22',
      '-',
      '- The end',
      '\t- of it',
    ].join('\n');
    expect(pairsOf(text)).toEqual([
      ['What is a port?', '- A number.\n\t- of 16 bits'],
      ['How is one opened', '- ```sh\n  id:: kept\n  ```'],
      ['Which is of ssh？', '- 22'],
    ]);
    const [card] = readList(text).modules.flatMap(({ cards }) => cards);
    expect(card?.tags).toEqual(['net']);
  });

  test('gaps are cards where nothing stands below, and text where something does', () => {
    const text =
      '- Ports have {{cloze 16}} bits #card\n- What is 22? #card\n\t- the port of {{cloze ssh}}';
    expect(pairsOf(text)).toEqual([
      ['Ports have […] bits', '16'],
      ['What is 22?', '- the port of ssh'],
    ]);
  });

  test('a tag that is spoken of marks nothing, and pages with properties alone hold no card', () => {
    expect(pairsOf('- Blocks with #card are reviewed\n\t- daily\n- none here\n')).toEqual([]);
    expect(
      pairsOf('title:: Ports\ntags:: nets\n\n- a port\n  id:: 66c2\n  collapsed:: true'),
    ).toEqual([]);
  });
});
