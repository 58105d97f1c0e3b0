// A real pseudo-terminal with an emulator behind it: what a person would see, as text and colours.
import { readSync } from 'node:fs';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const POLL_MS = 5;

/** Starts a program in a terminal of its own. */
export function openTerminal(
  program,
  args,
  { columns = 80, rows = 24, env = {}, cwd, attributes = null, background = null } = {},
) {
  const screen = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 1000,
  });
  const child = pty.spawn(program, args, {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: cleanEnv(env),
    encoding: null,
  });
  const decoder = new TextDecoder();
  const state = { raw: '', exit: null, pending: 0 };
  // What is shown, until something is drawn: a test that waits asks for it again and again.
  let shown = null;
  const text = () => (shown ??= linesOf(screen).join('\n'));
  const take = (data) => {
    state.raw += decoder.decode(data, { stream: true });
    state.pending++;
    screen.write(data, () => {
      state.pending--;
      shown = null;
    });
  };
  child.onData(take);
  takeRestAtEnd(child, take);
  // What the terminal says it can (DA1), where it is not to be what the emulator can.
  if (attributes !== null) {
    screen.parser.registerCsiHandler({ final: 'c' }, () => {
      child.write(`\u001b[?${attributes}c`);
      return true;
    });
  }
  // Its background (OSC 11), where it says one: the emulator has none.
  if (background !== null) {
    screen.parser.registerOscHandler(11, () => {
      child.write(`\u001b]11;${background}\u001b\\`);
      return true;
    });
  }
  // The emulator's answers to what a program asks of its terminal.
  screen.onData((data) => child.write(data));
  child.onExit(({ exitCode, signal }) => {
    state.exit = { status: exitCode, signal: signal ?? 0 };
  });
  return {
    pid: child.pid,
    /** Everything the program has written. */
    raw: () => state.raw,
    send: (keys) => child.write(keys),
    resize(newColumns, newRows) {
      screen.resize(newColumns, newRows);
      shown = null;
      child.resize(newColumns, newRows);
    },
    /** Closes the terminal's own end, as a terminal program that is closed does. */
    close() {
      delete child._socket.destroy;
      child.destroy();
    },
    kill: (signal = 'SIGKILL') => process.kill(child.pid, signal),
    lines: () => linesOf(screen),
    text,
    cells: () => cellsOf(screen),
    /** Lines that have scrolled out of sight on the normal screen. */
    scrollback: () => screen.buffer.normal.baseY,
    isAlternate: () => screen.buffer.active.type === 'alternate',
    cursorVisible: () => !screen._core.coreService.isCursorHidden,
    exitOf: () => state.exit,
    waitFor: (wanted, ms) =>
      waitFor(
        () => matches(text(), wanted),
        () => describe(screen, state, wanted),
        ms,
      ),
    waitForExit: async (ms) => {
      await waitFor(
        () => state.exit !== null && state.pending === 0,
        () => `no exit\n${describe(screen, state, '')}`,
        ms,
      );
      return state.exit;
    },
  };
}

/**
 * libuv takes the end of the program for the end of its output, of which the kernel hands out 4 kB at
 * a time: what is left in the terminal is read before it is closed.
 */
function takeRestAtEnd({ fd, _socket: socket }, take) {
  socket.destroy = (error) => {
    delete socket.destroy;
    try {
      for (let data; data?.length !== 0; take(data)) data = readChunk(fd);
    } catch {
      // Nothing is left.
    }
    return socket.destroy(error);
  };
}

function readChunk(fd) {
  const chunk = Buffer.alloc(4096);
  return chunk.subarray(0, readSync(fd, chunk));
}

// CI silences Ink, and the runner's own settings must not leak into what is tested.
function cleanEnv(env) {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG: LANG ?? 'C.UTF-8', TERM: 'xterm-256color', TZ: 'UTC', ...env };
}

function matches(text, wanted) {
  if (typeof wanted === 'function') return wanted(text);
  return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
}

async function waitFor(test, describeFailure, ms = 30_000) {
  const until = Date.now() + ms;
  while (!test()) {
    if (Date.now() > until) throw new Error(describeFailure());
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function describe(screen, state, wanted) {
  const ended = state.exit === null ? 'still running' : `ended ${JSON.stringify(state.exit)}`;
  return `waited in vain for ${wanted} (${ended}); the screen is:\n${linesOf(screen).join('\n')}`;
}

function linesOf(screen) {
  const { active } = screen.buffer;
  return Array.from(
    { length: screen.rows },
    (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
  );
}

/** Every cell of the screen with its style, row by row. */
function cellsOf(screen) {
  const { active } = screen.buffer;
  return Array.from({ length: screen.rows }, (_, row) => {
    const line = active.getLine(active.viewportY + row);
    return Array.from({ length: screen.cols }, (_, column) => cellOf(line?.getCell(column)));
  });
}

function cellOf(cell) {
  if (cell === undefined) return { text: ' ', width: 1, color: null, background: null };
  return {
    text: cell.getChars() || ' ',
    width: cell.getWidth(),
    color: colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    background: colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    strike: cell.isStrikethrough() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}

function colorOf(isDefault, isRgb, value) {
  if (isDefault) return null;
  return isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
