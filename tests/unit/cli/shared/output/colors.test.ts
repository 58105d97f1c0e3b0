import { expect, test } from 'vitest';
import { terminalColors } from '../../../../../src/cli/shared/output/colors.js';
import { VivaError } from '../../../../../src/model/error.js';
import { paletteFor } from '../../../../../src/model/text/palette.js';

const ascii = () => false;

const MODERN = { TERM: 'xterm-256color' };

function colorsOf(env: NodeJS.ProcessEnv, theme: 'auto' | 'dark' | 'light' = 'auto') {
  return terminalColors({ env, platform: 'linux', hasColors: true, ascii }, () => theme);
}

test.each([
  [MODERN, null, 256],
  [{ TERM: 'xterm' }, null, 16],
  [{ TERM: 'xterm', COLORTERM: 'truecolor' }, null, 256],
  [{ TERM: 'screen', FORCE_COLOR: '2' }, null, 256],
  [{ TERM: 'linux' }, 'dark', 16],
  [{ ...MODERN, COLORFGBG: '15;0' }, 'dark', 256],
  [{ ...MODERN, COLORFGBG: '0;15' }, 'light', 256],
  [{ ...MODERN, COLORFGBG: '0;default;15' }, 'light', 256],
  [{ ...MODERN, COLORFGBG: '12;8' }, 'dark', 256],
  [{ ...MODERN, COLORFGBG: '11;7' }, 'light', 256],
  [{ ...MODERN, COLORFGBG: 'default;default' }, null, 256],
  [{ ...MODERN, COLORFGBG: '0;99' }, null, 256],
] as const)('%j', (env, background, depth) => {
  expect(colorsOf(env).palette()).toEqual(paletteFor(background, depth));
});

test('what the terminal answers goes before the environment, and a setting before both', () => {
  const env = { TERM: 'xterm', COLORFGBG: '15;0' };
  const asked = colorsOf(env);
  expect(asked.asks).toBe(true);
  asked.answered('light');
  // Whoever answers has 256 colours, whatever TERM says.
  expect(asked.palette()).toEqual(paletteFor('light', 256));
  asked.answered(null);
  expect(asked.palette()).toEqual(paletteFor('light', 256));
  const set = colorsOf({ ...MODERN, COLORFGBG: '15;0' }, 'light');
  expect(set.asks).toBe(false);
  expect(set.palette()).toEqual(paletteFor('light', 256));
});

test('without colours nothing is asked, nor on the console that would show the question', () => {
  for (const [env, hasColors] of [
    [MODERN, false],
    [{ TERM: 'linux' }, true],
  ] as const) {
    expect(terminalColors({ env, platform: 'linux', hasColors, ascii }, () => 'auto').asks).toBe(
      false,
    );
  }
});

test('settings that cannot be read are no reason for having no colours', () => {
  const colors = terminalColors({ env: MODERN, platform: 'linux', hasColors: true, ascii }, () => {
    throw new VivaError('config-invalid', 'No.', 'Mend it.');
  });
  expect(colors.palette()).toEqual(paletteFor(null, 256));
});
