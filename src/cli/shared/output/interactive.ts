import type { Context } from '../../contract/context.js';

/** Is there a terminal for both input and output? */
export function hasTerminal({ stdout }: Context): boolean {
  return process.stdin.isTTY === true && stdout.isTerminal;
}

/** Can nothing but lines be written to the terminal? */
export function isDumb({ env }: Context): boolean {
  return env.TERM === 'dumb';
}

/** Can a screen be drawn, and is it of use? A screen reader reads lines in their order. */
export function isInteractive(context: Context): boolean {
  return hasTerminal(context) && !isDumb(context) && !isScreenReader(context.env);
}

/** Does the environment say, as Ink has it, that a screen reader is in use? */
export function isScreenReader(env: NodeJS.ProcessEnv): boolean {
  return env.INK_SCREEN_READER === 'true';
}

/** Does the person want lines in place of a screen, by the flag or the setting? */
export function wantsLines(context: Context, flags: { readonly plain: boolean }): boolean {
  return flags.plain || context.settings().plain;
}

/** Does the terminal know hyperlinks? Those that would show their escape sequence as rubbish are few. */
export function supportsHyperlinks(env: NodeJS.ProcessEnv): boolean {
  return env.TERM !== 'linux' && env.TERM_PROGRAM !== 'Apple_Terminal';
}
