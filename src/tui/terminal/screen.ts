import type { FrameWriter } from './frame-writer.js';

// The alternate screen, no cursor, pastes in brackets (xterm's control sequences).
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[2J\u001b[H';
const LEAVE = '\u001b[0m\u001b[?2004l\u001b[?25h\u001b[?1049l';

/** Signals that end the review. */
export type EndSignal = 'SIGTERM' | 'SIGHUP' | 'SIGINT';

/** The terminal as the review screen takes it over and gives it back. */
export interface Screen {
  /** Returns the terminal to other work (an editor, a shell after Ctrl-Z) and takes it back after. */
  lend(work: () => void): void;
  /** Stops the process as Ctrl-Z does, and draws again when it goes on. */
  stop(): void;
  /** Returns the terminal back for good. Safe to call twice. */
  leave(): void;
}

/**
 * Takes over the alternate screen. Whatever ends the process, the terminal is
 * given back as it was: on exit, on SIGTERM, SIGHUP and SIGINT and when it
 * closes (`onSignal` is called then), and around Ctrl-Z.
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
  const hangUp = () => {
    release();
    onSignal('SIGHUP');
  };
  const stop = () => {
    release();
    process.off('SIGTSTP', stop);
    process.once('SIGCONT', () => {
      process.on('SIGTSTP', stop);
      take();
    });
    // The whole group, as the terminal does it: npm and its shell may stand between.
    process.kill(0, 'SIGTSTP');
  };
  // A terminal that closes need not send a signal. The listeners stay: it may close at the very end.
  stdin.on('error', hangUp);
  stdin.on('end', hangUp);
  // Before the terminal is closed on the way out.
  process.prependListener('exit', release);
  process.on('SIGTSTP', stop);
  // Before the first frame: a Ctrl-Z struck on seeing it must not reach the terminal's driver.
  if (stdin.isTTY) stdin.setRawMode(true);
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
    stop,
    leave() {
      release();
      frames.close();
      process.off('exit', release);
      process.off('SIGTSTP', stop);
      for (const stopListening of listeners) stopListening();
    },
  };
}
