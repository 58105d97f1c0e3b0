import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { VivaError } from '../../../model/error.js';
import { type Palette, paletteFor, recolored } from '../../../model/text/palette.js';
import { isHangUp } from '../../../platform/hang-up.js';
import { isPlainOutput, writeAtOnce } from '../../../platform/plain-output.js';
import type { Output } from '../../contract/context.js';
import { errorText } from '../../contract/errors.js';
import { SIGNAL_STATUS } from './signals.js';
import { outputSize } from './size.js';

type Descriptor = 1 | 2;

/** Nothing can be written to these any more: what still would be is let go. */
const broken = new Set<Descriptor>();
/** Those that are written by a stream of Node's, which says later what went wrong. */
const streamed = new Set<Descriptor>();

/** Has all that was written arrived, or failed, by now? */
export function isAllWritten(): boolean {
  return streamed.size === 0;
}

/**
 * Returns standard output (1) or standard error (2); `color` is what the flags
 * allow, `palette` the colours of what is painted. Where writing fails the process
 * ends, with a sentence or quietly: no method throws.
 */
export function outputTo(
  fd: Descriptor,
  color: boolean,
  palette: () => Palette = () => paletteFor(null, 16),
): Output {
  const { write, ...output } = isPlainOutput(fd, process.platform)
    ? plainOutput(fd, color)
    : streamOutput(fd, color);
  return {
    ...output,
    write(text) {
      if (broken.has(fd)) return;
      write(text.includes('\u001b') ? recolored(text, palette()) : text);
    },
  };
}

function streamOutput(fd: Descriptor, color: boolean): Output {
  const stream = streamOf(fd);
  const isTerminal = stream.isTTY === true;
  return {
    write: (text) => void stream.write(text),
    drained: () => drained(stream),
    isTerminal,
    ...outputSize(stream, process.env),
    colors: color && wantsColors(process.env, isTerminal),
  };
}

function plainOutput(fd: Descriptor, color: boolean): Output {
  let stream: NodeJS.WriteStream | undefined;
  return {
    write(text) {
      const left = stream === undefined ? writeOrEnd(fd, text) : text;
      if (left === '') return;
      // Full: Node waits for its reader, and what comes after goes the same way.
      stream ??= streamOf(fd);
      stream.write(left);
    },
    // Lets signals and other events come in between.
    drained: () => (stream === undefined ? setImmediate() : drained(stream)),
    isTerminal: false,
    ...outputSize({}, process.env),
    colors: color && wantsColors(process.env, false),
  };
}

function writeOrEnd(fd: Descriptor, text: string): string {
  try {
    return writeAtOnce(fd, text);
  } catch (error) {
    endOutput(fd, error);
    return '';
  }
}

function streamOf(fd: Descriptor): NodeJS.WriteStream {
  streamed.add(fd);
  const [stream, onError] =
    fd === 1 ? [process.stdout, onStdoutError] : [process.stderr, onStderrError];
  if (!stream.listeners('error').includes(onError)) stream.on('error', onError);
  return stream;
}

const onStdoutError = (error: Error): void => endOutput(1, error);
const onStderrError = (error: Error): void => endOutput(2, error);

/** Ends the process where its output cannot be written; without standard error it goes on. */
function endOutput(fd: Descriptor, error: unknown): void {
  broken.add(fd);
  if (isHangUp(error)) process.exit(SIGNAL_STATUS.SIGHUP);
  if (fd === 2) return;
  // A reader that has seen enough (`viva list | head`) is no error, nor is a terminal that closes.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(0);
  const failure = outputFailed(error);
  outputTo(2, false).write(errorText(failure, process.argv.includes('--debug')));
  process.exit(failure.exitCode);
}

function outputFailed(cause: unknown): VivaError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new VivaError(
    'output-failed',
    `Could not write the output (${why}).`,
    'Free some space, or write it elsewhere. What the command had changed by then stays changed.',
    { cause },
  );
}

async function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableNeedDrain) await once(stream, 'drain');
  // Lets a reader's end be noticed too.
  else await setImmediate();
}

// no-color.org: any value but the empty one turns colours off; FORCE_COLOR turns them on in a pipe.
function wantsColors(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return isTerminal && env.TERM !== 'dumb';
}
