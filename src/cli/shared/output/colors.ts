import { once } from '../../../model/once.js';
import type { Settings } from '../../../model/settings.js';
import {
  type Background,
  type Depth,
  type Palette,
  paletteFor,
} from '../../../model/text/palette.js';
import type { ScreenColors } from '../../../tui/terminal/background.js';
import { settingOr } from './setting-or.js';

/** Terminals of 256 colours whose names do not say so. */
const KNOWN = /256|kitty|alacritty|ghostty|foot|wezterm|direct/;

/** What is known of a terminal before it is asked. */
interface TerminalKind {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly hasColors: boolean;
  ascii(): boolean;
}

/**
 * Returns the colours of the terminal: by the setting `theme`, else by what the terminal has
 * answered, else by the environment.
 */
export function terminalColors(
  { env, platform, hasColors, ascii }: TerminalKind,
  themeOf: () => Settings['theme'],
): ScreenColors {
  const theme = once(() => settingOr(themeOf, 'auto'));
  const known = once((): { background: Background; depth: Depth } => ({
    background: backgroundIn(env),
    depth: depthIn(env, platform),
  }));
  return {
    palette(): Palette {
      const set = theme();
      return paletteFor(set === 'auto' ? known().background : set, known().depth);
    },
    get ascii() {
      return ascii();
    },
    // The Linux console does not know the question, and may show it.
    get asks() {
      return hasColors && env.TERM !== 'linux' && theme() === 'auto';
    },
    answered(background) {
      known().background = background ?? known().background;
      // Whoever answers is of this century.
      known().depth = 256;
    },
  };
}

/** rxvt, Konsole and others say their colours by number: text;background or text;…;background. */
function backgroundIn(env: NodeJS.ProcessEnv): Background {
  if (env.TERM === 'linux') return 'dark';
  const last = /^\d{1,2}(?:;\w+)*;(\d{1,2})$/.exec(env.COLORFGBG ?? '')?.[1];
  if (last === undefined || Number(last) > 15) return null;
  return Number(last) <= 6 || last === '8' ? 'dark' : 'light';
}

function depthIn(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Depth {
  const says = [env.COLORTERM, env.TERM_PROGRAM, env.WT_SESSION].some(Boolean);
  const forced = env.FORCE_COLOR === '2' || env.FORCE_COLOR === '3';
  return says || forced || platform === 'win32' || KNOWN.test(env.TERM ?? '') ? 256 : 16;
}
