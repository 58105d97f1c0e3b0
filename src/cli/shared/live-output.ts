import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { isHangUp } from '../../platform/hang-up.js';
import { isPlainOutput, writeAtOnce } from '../../platform/plain-output.js';
import type { Output } from '../contract/context.js';
import { SIGNAL_STATUS } from './signals.js';

type Descriptor = 1 | 2;

/** Gives standard output (1) or standard error (2); `color` is what the flags allow. */
export function outputTo(fd: Descriptor, color: boolean): Output {
  if (isPlainOutput(fd, process.platform)) return plainOutput(fd, color);
  const stream = streamOf(fd);
  const isTerminal = stream.isTTY === true;
  return {
    write: (text) => void stream.write(text),
    drained: () => drained(stream),
    isTerminal,
    columns: stream.columns ?? 80,
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
    columns: 80,
    colors: color && wantsColors(process.env, false),
  };
}

function writeOrEnd(fd: Descriptor, text: string): string {
  try {
    return writeAtOnce(fd, text);
  } catch (error) {
    endWhereReaderHasLeft(fd, error);
    throw error;
  }
}

function streamOf(fd: Descriptor): NodeJS.WriteStream {
  const [stream, onError] =
    fd === 1 ? [process.stdout, onStdoutError] : [process.stderr, onStderrError];
  if (!stream.listeners('error').includes(onError)) stream.on('error', onError);
  return stream;
}

function onStdoutError(error: Error): void {
  endWhereReaderHasLeft(1, error);
  throw error;
}

function onStderrError(error: Error): void {
  endWhereReaderHasLeft(2, error);
  throw error;
}

// A reader that has seen enough (`viva list | head`) is no error, nor is a terminal that closes.
function endWhereReaderHasLeft(fd: Descriptor, error: unknown): void {
  if (isHangUp(error)) process.exit(SIGNAL_STATUS.SIGHUP);
  const isLeft = error instanceof Error && 'code' in error && error.code === 'EPIPE';
  if (fd === 1 && isLeft) process.exit(0);
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
