import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { keyLines } from '../../../../src/tui/components/key-lines.js';
import { interviewHelp } from '../../../../src/tui/interview/help.js';
import { helpLines, plainHelpLines } from '../../../../src/tui/review/help-lines.js';

test('what does not fit goes on below itself', () => {
  const lines = keyLines([['p', 'tick the points that you named']], { width: 30, colors: false });
  expect(lines).toEqual(['p            tick the points', '             that you named']);
});

test.each([40, 60, 80])('no help is cut at %i columns', (width) => {
  const look = { width, colors: false };
  for (const help of [helpLines, plainHelpLines, interviewHelp]) {
    for (const line of help(look)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(help(look).join(' ').replaceAll(/\s+/g, ' ')).toContain(
      'tick the points that you named',
    );
  }
});
