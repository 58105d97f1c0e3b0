import { describe, expect, test } from 'vitest';
import { parseList } from '../../../../src/deck/parse/list.js';
import { type FileSurroundings, NOTHING_AROUND } from '../../../../src/deck/shapes/page/page.js';
import { LET_FILES_DECIDE, PLAIN_DEFAULTS } from '../../../../src/model/reading.js';

type Found = FileSurroundings['found'];

const readAs = (found: Found, text: string, name = 'some', shape: string | null = null) =>
  parseList(`/x/${name}`, text, {
    around: { ...NOTHING_AROUND, name, found },
    choice: { ...LET_FILES_DECIDE, shape },
    defaults: PLAIN_DEFAULTS,
  }).modules.flatMap(({ cards }) => cards.map(({ question }) => question));

const STRAYS: readonly (readonly [string, Found, string, string])[] = [
  ['requirements', 'text', 'requirements-dev', 'flask==2.0\nnumpy>=1.20\nrequests\n'],
  ['robots', 'text', 'robots', 'User-agent: *\nDisallow: /a\nAllow: /b\n'],
  [
    'a licence',
    'text',
    'LICENSE',
    'MIT License\n\nPermission is hereby granted.\n\nWhat is this?\nNo.\n',
  ],
  ['instructions', 'text', 'setup', '1. Create a folder\n2. Write a file\n3. Show it\n'],
  ['words and their counts', 'text', 'counts', 'the\t22038615\nbe\t12545825\nand\t10741073\n'],
  [
    'labels of texts',
    'data',
    'train',
    'good film\tpos\nbad film\tneg\nnice one\tpos\nboo hoo\tneg\nyes sir\tpos\nno sir\tneg\n',
  ],
  ['labels of files', 'data', 'files', 'img/a.jpg\tcat\nimg/b.jpg\tdog\nimg/c.jpg\tcow\n'],
  ['columns of numbers', 'data', 'flow', 't,q,a\n0.1,12.5,3\n0.2,12.7,3\n0.3,13.0,4\n'],
  ['a log', 'text', 'build', '10:00 started\n10:01 why? no idea\n10:02 done\n'],
  ['genes', 'data', 'genes', 'BRCA1\tchr17\t41196312\t41277500\nTP53\tchr17\t7571720\t7590868\n'],
  ['a survey', 'data', 'survey', 'id,text\n1,What is it?\n2,Why is it?\n3,Who is it?\n'],
];

describe('files of a folder that are no lists', () => {
  test.each(STRAYS)('%s', (_, found, name, text) => {
    expect(readAs(found, text, name)).toEqual([]);
  });

  test('the person may say that one is', () => {
    const [, , , text] = STRAYS[4] ?? [];
    expect(readAs('text', text ?? '', 'counts', 'table')).toHaveLength(3);
    expect(readAs('notes', text ?? '', 'counts')).toHaveLength(3);
  });
});

describe('lists among the files of a folder', () => {
  test.each([
    ['Q: and A:', 'text', 'Q: What is it?\nA: This.\n\nQ: Why?\nA: So.\n'],
    [
      'lines that ask',
      'text',
      'What is it?\nThis one.\n\nWhy is it so?\nFor that.\n\nWho?\nThey.\n',
    ],
    [
      'numbered questions',
      'text',
      '1. What is it?\nThis one.\n\n2. Why is it so?\nFor that.\n\n3. Who is it?\nThey.\n',
    ],
    ['terms by tabs', 'text', 'dog\tder Hund\ncat\tdie Katze\n'],
    ['signs of one character', 'data', '木\ttree\n火\tfire\n'],
    ['a header of two columns', 'data', 'question,answer\n2+2,4\n3+3,6\n'],
    [
      'true and false',
      'data',
      'question,answer\nIs it so?,True\nIs it not?,False\nIs it?,True\nNo?,False\nYes?,True\n',
    ],
    ['a header of Anki', 'data', 'front\tback\ttags\n2+2\t4\tsums\n3+3\t6\tsums\n'],
  ] as const)('%s', (_, found, text) => {
    expect(readAs(found, text).length).toBeGreaterThanOrEqual(2);
  });
});
