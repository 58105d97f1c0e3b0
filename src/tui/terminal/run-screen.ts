import { render } from 'ink';
import type { ReactElement } from 'react';
import { drawnInAscii } from '../../model/text/ascii-drawing.js';
import { askBackground, type ScreenColors } from './background.js';
import { type FrameTarget, FrameWriter } from './frame-writer.js';
import { openGraphics, type ScreenGraphics } from './graphics.js';
import { type EndSignal, Screen } from './screen.js';

/** Size of the terminal in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The terminal as a screen's controller knows it. */
export interface TerminalPorts {
  size(): Size;
  /** Returns the terminal to other work, such as an editor, and takes it back after. */
  lend<T>(work: () => T): T;
  /** Stops the program as Ctrl-Z does. */
  stop(): void;
  /** Ends the screen. */
  exit(): void;
  /** Asks the terminal which pictures it draws, once; null where it draws none. */
  graphics(): Promise<ScreenGraphics | null>;
}

/** What a screen consists of. */
export interface ScreenParts {
  readonly app: ReactElement;
  readonly controller: { refresh(): void; close?(): void };
  /** Begins what goes on behind the first frame; returns what ends it, where it needs an end. */
  readonly begin?: () => (() => void) | undefined;
}

export interface ScreenOptions {
  /** Ink's mode for them: text in reading order, no alternate screen, and no waiting. */
  readonly screenReader?: boolean;
  /** What the next frame waits for, for what it tells of must be on disk; null for nothing. */
  readonly pending?: () => Promise<void> | null;
}

/**
 * Runs a screen in the terminal until the person ends it or a signal does.
 * Returns the signal, or null; throws what `pending` rejects with. The terminal is given back in
 * either case.
 */
export async function runScreen(
  partsOf: (terminal: TerminalPorts) => ScreenParts,
  colors: ScreenColors,
  { screenReader = false, pending = () => null }: ScreenOptions = {},
): Promise<EndSignal | null> {
  let fail = (_error: unknown) => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const frames = new FrameWriter(targetFor(colors), () => colors.palette(), pending, fail);
  let endedBy: EndSignal | null = null;
  let end = () => {};
  const onSignal = (signal: EndSignal) => {
    endedBy = signal;
    end();
  };
  const screen = screenReader ? null : new Screen(process, frames, onSignal);
  const settled =
    screen === null || !colors.asks ? async () => {} : learnBackground(frames, colors);
  const { app, controller, begin } = partsOf({
    size: () => ({ columns: frames.columns, rows: frames.rows }),
    lend: (work) => (screen === null ? work() : screen.lend(work)),
    stop: () => screen?.stop(),
    exit: () => void settled().then(end),
    graphics: async () => (screenReader ? null : openGraphics(frames, process)),
  });
  const shown = render(app, inkOptions(frames, screenReader));
  end = () => shown.unmount();
  frames.on('resized', () => controller.refresh());
  const finish = begin?.();
  try {
    await Promise.race([shown.waitUntilExit(), failure]);
  } finally {
    finish?.();
    controller.close?.();
    shown.unmount();
    screen?.leave();
  }
  return endedBy;
}

/** What is drawn with has stand-ins of its own width, so that frames are as they were laid out. */
function targetFor(colors: ScreenColors): FrameTarget {
  const { stdout } = process;
  if (!colors.ascii) return stdout;
  return {
    get columns() {
      return stdout.columns;
    },
    get rows() {
      return stdout.rows;
    },
    write: (text) => stdout.write(drawnInAscii(text)),
    on: (event, listener) => stdout.on(event, listener),
    off: (event, listener) => stdout.off(event, listener),
  };
}

/** Asks for the background and draws in other colours once it is known; see `askBackground`. */
function learnBackground(frames: FrameWriter, colors: ScreenColors): () => Promise<void> {
  const { stdin, stdout } = process;
  return askBackground(
    stdin,
    (text) => stdout.write(text),
    (background) => {
      colors.answered(background);
      frames.recolor();
    },
  );
}

function inkOptions(frames: FrameWriter, screenReader: boolean) {
  const shared = { exitOnCtrlC: false, patchConsole: false, isScreenReaderEnabled: screenReader };
  if (screenReader) return { ...shared, stdout: process.stdout };
  // A frame writer is all of a stream that Ink uses; debug mode hands it whole frames.
  return { ...shared, stdout: frames as unknown as NodeJS.WriteStream, debug: true };
}
