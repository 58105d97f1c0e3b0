// A pseudo-terminal without a screen behind it: when did which bytes arrive?
import pty from '@lydell/node-pty';

const GIVE_UP_MS = 30_000;

/**
 * Starts Node with arguments in a terminal of 100 × 40. `seen(text)` waits until the text has
 * come and, where the program marks its frames (synchronised output), the frame is complete;
 * it gives the moment of that. What came before the last `mark()` does not count.
 */
export function openTerminal(args, env) {
  const child = pty.spawn(process.execPath, args, {
    name: 'xterm-256color',
    cols: 100,
    rows: 40,
    env: { ...env, TERM: 'xterm-256color' },
  });
  let output = '';
  let look = () => {};
  child.onData((data) => {
    output += data;
    look();
  });
  return {
    pid: child.pid,
    send: (keys) => child.write(keys),
    mark: () => {
      output = '';
    },
    /** Resolves when the program has ended. */
    ended: new Promise((resolve) => child.onExit(resolve)),
    kill: () => process.kill(child.pid, 'SIGKILL'),
    seen: (text) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(explain(text, output))), GIVE_UP_MS);
        look = () => {
          if (!isComplete(output, text)) return;
          clearTimeout(timer);
          look = () => {};
          resolve(performance.now());
        };
        look();
      }),
  };
}

const END_OF_FRAME = '\u001b[?2026l';

function isComplete(output, text) {
  const at = output.indexOf(text);
  if (at < 0) return false;
  return !output.includes('\u001b[?2026h') || output.indexOf(END_OF_FRAME, at) >= 0;
}

function explain(text, output) {
  return `waited in vain for "${text}"; the last bytes were ${JSON.stringify(output.slice(-2000))}`;
}
