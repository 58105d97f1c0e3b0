import { RESET_STYLE } from '../../model/text/ansi.js';
import type { FrameWriter } from './frame-writer.js';

// The alternate screen, no cursor, pastes in brackets (xterm's control sequences).
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[2J\u001b[H';
const LEAVE = `${RESET_STYLE}\u001b[?2004l\u001b[?25h\u001b[?1049l`;

/** Signals that end the review. */
export type EndSignal = 'SIGTERM' | 'SIGHUP' | 'SIGINT';

const END_SIGNALS: readonly EndSignal[] = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/**
 * The alternate screen, taken over. Whatever ends the process, the terminal is
 * given back as it was: on exit, on SIGTERM, SIGHUP and SIGINT and when it
 * closes (`onSignal` is called then), and around Ctrl-Z.
 */
export class Screen {
  readonly #process: NodeJS.Process;
  readonly #frames: FrameWriter;
  readonly #onSignal: (signal: EndSignal) => void;
  readonly #listeners: (readonly [EndSignal, () => void])[];
  #isHeld = true;

  constructor(process: NodeJS.Process, frames: FrameWriter, onSignal: (signal: EndSignal) => void) {
    this.#process = process;
    this.#frames = frames;
    this.#onSignal = onSignal;
    this.#listeners = END_SIGNALS.map((signal) => [signal, () => this.#end(signal)]);
    this.#listen();
    // Before the first frame: a Ctrl-Z struck on seeing it must not reach the terminal's driver.
    this.#setRaw(true);
    process.stdout.write(ENTER);
  }

  /** Returns the terminal to other work (an editor, a shell after Ctrl-Z) and takes it back after. */
  lend<T>(work: () => T): T {
    this.#release();
    try {
      return work();
    } finally {
      this.#take();
    }
  }

  /** Stops the process as Ctrl-Z does, and draws again when it goes on. */
  readonly stop = (): void => {
    this.#release();
    this.#process.off('SIGTSTP', this.stop);
    this.#process.once('SIGCONT', () => {
      this.#process.on('SIGTSTP', this.stop);
      this.#take();
    });
    // The whole group, as the terminal does it: npm and its shell may stand between.
    this.#process.kill(0, 'SIGTSTP');
  };

  /** Returns the terminal for good. Safe to call twice. */
  leave(): void {
    this.#release();
    this.#frames.close();
    this.#process.off('exit', this.#release);
    this.#process.off('SIGTSTP', this.stop);
    for (const [signal, listener] of this.#listeners) this.#process.off(signal, listener);
  }

  #listen(): void {
    const { stdin } = this.#process;
    for (const [signal, listener] of this.#listeners) this.#process.on(signal, listener);
    // A terminal that closes need not send a signal. The listeners stay: it may close at the very end.
    const hangUp = () => this.#end('SIGHUP');
    stdin.on('error', hangUp);
    stdin.on('end', hangUp);
    // Before the terminal is closed on the way out.
    this.#process.prependListener('exit', this.#release);
    this.#process.on('SIGTSTP', this.stop);
  }

  #end(signal: EndSignal): void {
    this.#release();
    this.#onSignal(signal);
  }

  readonly #release = (): void => {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#frames.pause();
    this.#setRaw(false);
    this.#process.stdout.write(LEAVE);
  };

  #take(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#setRaw(true);
    this.#process.stdout.write(ENTER);
    this.#frames.resume();
  }

  #setRaw(isRaw: boolean): void {
    const { stdin } = this.#process;
    if (stdin.isTTY) stdin.setRawMode(isRaw);
  }
}
