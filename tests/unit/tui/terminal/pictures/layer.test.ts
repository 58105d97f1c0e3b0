import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { paletteFor } from '../../../../../src/model/text/palette.js';
import { FrameWriter } from '../../../../../src/tui/terminal/frame-writer.js';
import { PictureLayer } from '../../../../../src/tui/terminal/pictures/layer.js';
import { pngOf } from '../../../../support/png.js';

const folder = mkdtempSync(join(tmpdir(), 'viva-layer-'));
const path = join(folder, 'a.png');
const bytes = pngOf(2, [[255, 0, 0, 255]]);
writeFileSync(path, bytes);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const at = (row: number) => ({
  picture: { path, bytes: bytes.length, kind: 'png' as const, width: 2, height: 1 },
  ...{ row, column: 4, columns: 2, rows: 1 },
});

function setUp(protocol: 'kitty' | 'iterm' | 'sixel') {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  let resized = () => {};
  const target = {
    ...{ columns: 20, rows: 5, write, off: () => {} },
    on: (_: 'resize', listener: () => void) => {
      resized = listener;
    },
  };
  const frames = new FrameWriter(target, () => paletteFor('dark', 256));
  const layer = new PictureLayer(frames, write, { protocol, cell: { width: 1, height: 1 } });
  const take = async () => {
    await vi.advanceTimersByTimeAsync(100);
    const text = written;
    written = '';
    return text;
  };
  return { frames, layer, take, resize: () => resized() };
}

const DRAWN = /\u001b\[3;5H\u001b(?:_Ga=T|\]1337;File|P0;1q)/;

test.each(['kitty', 'iterm', 'sixel'] as const)(
  'with %s a picture is drawn once it stands still, and leaves nothing behind',
  async (protocol) => {
    const { frames, layer, take, resize } = setUp(protocol);
    frames.write('one\ntwo');
    await take();
    layer.show([at(1)]);
    layer.show([at(2)]);
    const first = await take();
    expect(first).toMatch(DRAWN);
    expect(first.match(/\u001b(?:_Ga=T|\]1337;File|P0)/g)).toHaveLength(1);
    layer.show([at(2)]);
    frames.write('one\nother');
    expect(await take()).not.toMatch(/\u001b(?:_G|\]1337|P0)/);
    // Another place or none: the screen is erased before anything else is drawn.
    layer.show([]);
    const gone = await take();
    expect(gone).toContain('\u001b[2J');
    expect(gone).not.toMatch(DRAWN);
    layer.show([at(2)]);
    await take();
    resize();
    const again = await take();
    expect(again.indexOf('\u001b[2J')).toBeLessThan(again.search(DRAWN));
    frames.pause();
    frames.resume();
    expect(await take()).toMatch(DRAWN);
    layer.close();
    frames.write('end');
    expect(await take()).not.toMatch(DRAWN);
  },
);
