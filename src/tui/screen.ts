import type { FrameWriter } from './frame-writer.js';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[2J\u001b[H';
const LEAVE = '\u001b[0m\u001b[?25h\u001b[?1049l';

/** Signals that end the review. */
export type EndSignal = 'SIGTERM' | 'SIGHUP' | 'SIGINT';

/** The terminal as the review screen takes it over and gives it back. */
export interface Screen {
  /** Gives the terminal to other work (an editor, a shell after Ctrl-Z) and takes it back after. */
  lend(work: () => void): void;
  /** Stops the process as Ctrl-Z does, and draws again when it goes on. */
  stop(): void;
  /** Gives the terminal back for good. Safe to call twice. */
  leave(): void;
}

/**
 * Takes over the alternate screen. Whatever ends the process, the terminal is
 * given back as it was: on exit, on SIGTERM, SIGHUP and SIGINT (`onSignal` is
 * called then), and around Ctrl-Z.
 */
export function takeScreen(
  process: NodeJS.Process,
  frames: FrameWriter,
  onSignal: (signal: EndSignal) => void,
): Screen {
  const { stdin, stdout } = process;
  let held = true;
  const release = () => {
    if (!held) return;
    held = false;
    frames.pause();
    if (stdin.isTTY) stdin.setRawMode(false);
    stdout.write(LEAVE);
  };
  const take = () => {
    if (held) return;
    held = true;
    if (stdin.isTTY) stdin.setRawMode(true);
    stdout.write(ENTER);
    frames.resume();
  };
  const signals: EndSignal[] = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  const listeners = signals.map((signal) => {
    const listener = () => {
      release();
      onSignal(signal);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  process.on('exit', release);
  stdout.write(ENTER);
  return {
    lend(work) {
      release();
      try {
        work();
      } finally {
        take();
      }
    },
    stop() {
      release();
      process.once('SIGCONT', take);
      process.kill(process.pid, 'SIGTSTP');
    },
    leave() {
      release();
      frames.close();
      process.off('exit', release);
      for (const stopListening of listeners) stopListening();
    },
  };
}
