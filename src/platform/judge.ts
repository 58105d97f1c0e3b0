import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { splitCommand } from './editor.js';
import { type Programs, programsOn } from './programs.js';

/** A judge waits this long for its own model, ms. */
const JUDGE_TIMEOUT_MS = 60_000;
/** More than any answer asked for. */
const MAX_OUTPUT_BYTES = 64 * 1024;

/** A program that is judging. */
export interface JudgeRun {
  /** What it wrote on standard output; rejects with an Error that says what it did instead. */
  readonly output: Promise<string>;
  /** Ends it, with all that it started. Safe to call at any time. */
  stop(): void;
}

/**
 * Starts a person's own command without a shell, in a process group of its own, and gives it a
 * text on standard input. It has `timeoutMs` and 64 KB; whatever it is up to then, it is ended.
 */
export async function startJudge(
  platform: NodeJS.Platform,
  command: string,
  input: string,
  timeoutMs = JUDGE_TIMEOUT_MS,
): Promise<JudgeRun> {
  return run(await programsOn(platform), { platform, command, input, timeoutMs });
}

/** What is run, and where. */
interface Judging {
  readonly platform: NodeJS.Platform;
  readonly command: string;
  readonly input: string;
  readonly timeoutMs: number;
}

function run({ spawn }: Programs, { platform, command, input, timeoutMs }: Judging): JudgeRun {
  const [program, ...args] = splitCommand(command);
  if (program === undefined) {
    return { output: Promise.reject(new Error('does not name a program')), stop: () => undefined };
  }
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: platform !== 'win32',
    shell: false,
  });
  const stop = () => endTree(platform, child, spawn);
  const output = outputOf(child, timeoutMs).finally(stop);
  // A judge that nobody waits for any more may fail as it likes.
  output.catch(() => undefined);
  // A program that reads nothing is no reason to fail.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return { output, stop };
}

/** Waits until a program has ended, or does what it may not: what it wrote, or an Error. */
function outputOf(child: ChildProcessByStdio<Writable, Readable, null>, timeoutMs: number) {
  return new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => fail(`took more than ${timeoutMs / 1000} s`), timeoutMs);
    timer.unref();
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(why));
    };
    child.on('error', (error) => fail(`could not be started: ${error.message}`));
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_OUTPUT_BYTES) fail('wrote too much');
      else chunks.push(chunk);
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (status === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else fail(`exited with ${signal ?? `status ${status}`}`);
    });
  });
}

/** Ends a program with all that it started. Windows has no groups, but knows who started whom. */
function endTree(platform: NodeJS.Platform, child: ChildProcess, spawn: Programs['spawn']): void {
  if (child.pid === undefined) return;
  if (platform === 'win32') {
    if (child.exitCode !== null) return;
    const killer = spawn('taskkill', ['/pid', `${child.pid}`, '/t', '/f'], { stdio: 'ignore' });
    killer.on('error', () => void child.kill('SIGKILL'));
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended, with its group.
  }
}
