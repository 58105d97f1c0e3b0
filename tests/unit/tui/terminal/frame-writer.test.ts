import { describe, expect, test } from 'vitest';
import { paletteFor } from '../../../../src/model/text/palette.js';
import { type FrameTarget, FrameWriter } from '../../../../src/tui/terminal/frame-writer.js';

class Target implements FrameTarget {
  columns = 20;
  rows = 3;
  written: string[] = [];
  #listeners = new Set<() => void>();
  write(text: string) {
    this.written.push(text);
  }
  on(_: 'resize', listener: () => void) {
    this.#listeners.add(listener);
  }
  off(_: 'resize', listener: () => void) {
    this.#listeners.delete(listener);
  }
  resize(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    for (const listener of this.#listeners) listener();
  }
  /** What was written since the last call. */
  take() {
    const text = this.written.join('');
    this.written = [];
    return text;
  }
}

function setUp() {
  const target = new Target();
  return { target, frames: new FrameWriter(target, () => paletteFor('dark', 256)) };
}

/** A writer whose frames wait until `end` is called with what became of it. */
function setUpWaiting() {
  const target = new Target();
  const state: { pending: Promise<void> | null; failure?: unknown } = { pending: null };
  const frames = new FrameWriter(
    target,
    () => paletteFor('dark', 256),
    () => state.pending,
    (error) => {
      state.failure = error;
    },
  );
  const begin = () => {
    let end = (_failure?: Error) => {};
    const pending = new Promise<void>((done, fail) => {
      end = (failure) => {
        if (state.pending === pending) state.pending = null;
        if (failure === undefined) done();
        else fail(failure);
      };
    });
    state.pending = pending;
    return end;
  };
  return { target, frames, state, begin };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('what a frame tells of is on disk first', () => {
  test('the newest frame is drawn when that is so, and none before', async () => {
    const { target, frames, begin } = setUpWaiting();
    const end = begin();
    frames.write('older');
    frames.write('newest');
    await turn();
    expect(target.take()).toBe('');
    end();
    await turn();
    const text = target.take();
    expect(text).toContain('newest');
    expect(text).not.toContain('older');
  });

  test('what began meanwhile is awaited, too', async () => {
    const { target, frames, begin } = setUpWaiting();
    const first = begin();
    frames.write('a');
    const second = begin();
    first();
    await turn();
    expect(target.take()).toBe('');
    second();
    await turn();
    expect(target.take()).toContain('a');
  });

  test('nothing is drawn while the terminal is lent, and all of it after', async () => {
    const { target, frames, begin } = setUpWaiting();
    const end = begin();
    frames.write('a');
    frames.pause();
    end();
    await turn();
    expect(target.take()).toBe('');
    frames.resume();
    expect(target.take()).toContain('a');
  });

  test('where it fails the frame is not shown, and the failure told', async () => {
    const { target, frames, state, begin } = setUpWaiting();
    const end = begin();
    frames.write('a');
    const failure = new Error('no');
    end(failure);
    await turn();
    expect(state.failure).toBe(failure);
    expect(target.take()).toBe('');
  });
});

describe('FrameWriter', () => {
  test('draws the first frame on a cleared screen', () => {
    const { target, frames } = setUp();
    frames.write('a\nb');
    const text = target.take();
    expect(text).toContain('\u001b[2J');
    expect(text).toContain('\u001b[1;1H');
    expect(text).toMatch(/\u001b\[2Kb/);
    expect(text).not.toContain('\n');
  });

  test('writes only lines that changed, and nothing when none did', () => {
    const { target, frames } = setUp();
    frames.write('a\nb\nc');
    target.take();
    frames.write('a\nB\nc');
    const text = target.take();
    expect(text).toContain('\u001b[2;1H');
    expect(text).not.toContain('\u001b[1;1H');
    expect(text).not.toContain('\u001b[2J');
    frames.write('a\nB\nc');
    expect(target.take()).toBe('');
  });

  test('erases what a shorter frame leaves over', () => {
    const { target, frames } = setUp();
    frames.write('a\nb');
    target.take();
    frames.write('a');
    expect(target.take()).toContain('\u001b[2;1H\u001b[0m\u001b[2K');
  });

  test('never draws more lines than the screen has', () => {
    const { target, frames } = setUp();
    frames.write('1\n2\n3\n4');
    expect(target.take()).not.toContain('4');
  });

  test('leaves cursor switches to the screen', () => {
    const { target, frames } = setUp();
    frames.write('\u001b[?25l');
    expect(target.take()).toBe('');
  });

  test('draws nothing while paused, and the newest frame whole afterwards', () => {
    const { target, frames } = setUp();
    frames.write('a');
    frames.pause();
    target.take();
    frames.write('b');
    expect(target.take()).toBe('');
    frames.resume();
    expect(target.take()).toMatch(/\u001b\[2J.*b/);
  });

  test('draws anew after a resize, and tells whoever lays out frames, but not Ink', () => {
    const { target, frames } = setUp();
    let told = 0;
    frames.on('resized', () => told++);
    frames.on('resize', () => expect.unreachable());
    frames.write('a');
    target.take();
    target.resize(10, 2);
    expect(told).toBe(1);
    expect([frames.columns, frames.rows]).toEqual([10, 2]);
    frames.write('a');
    expect(target.take()).toContain('\u001b[2J');
  });
});
