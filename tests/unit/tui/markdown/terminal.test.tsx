import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { IUnicodeVersionProvider } from '@xterm/headless';
import xterm from '@xterm/headless';
import { render } from 'ink';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { LinesScreen } from '../../../../src/tui/components/lines-screen.js';
import { renderMarkdown } from '../../../../src/tui/markdown/render.js';
import { textWidth } from '../../../../src/tui/markdown/text/measure.js';

const COLUMNS = 60;
const MARGIN = 2;
const OPTIONS = { width: COLUMNS - 2 * MARGIN, colors: true, hyperlinks: true };

/** What stands between two bars must take the columns that string-width counts. */
const SAMPLES = {
  'a sign with U+FE0F': '⚠️ ❤️ ↔️ ©️ ☑️',
  'emoji joined to one': '👩‍🔬 👨‍👩‍👧‍👦 🏴‍☠️ 🏃‍♂️',
  'skin tones': '👍🏽 👩🏿‍🔬',
  flags: '🇩🇪🇹🇭',
  keycaps: '1️⃣ #️⃣ 2⃣',
  emoji: '🚀 🧠 ✨ ✅ ⭐️ ⌚︎',
  'Chinese, Japanese, Korean': '漢字 かな ｶﾞ 한글 \u1112\u1161\u11ab',
  Thai: 'ทำน้ำให้ ผู้',
  Lao: 'ນຳ້',
  'marks and accents': 'e\u0301 ŷ x\u0302 v\u20d7 שָׁ',
  'a mark alone': 'x \u0301 y',
  'invisible characters': 'a\u200bb\u00adc\u2060d\u200ce\ufefff\u180eg\u3164h',
  'signs of maths': '∑ᵢ₌₁ⁿ 𝔼 ℝ ᵀ √ ‖ ⟨ ⊙ 𝒩',
  'box lines': '│ ▌ ↪ ☐ ☑ ┌─┐ • ◦ ▪',
};

/** Widths as terminals have them since Unicode 9; `joined` also draws clusters as one. */
function unicode(joined: boolean): IUnicodeVersionProvider {
  const wcwidth = (code: number) =>
    Math.min(2, stringWidth(String.fromCodePoint(code))) as 0 | 1 | 2;
  const charProperties = (code: number, preceding: number) => {
    const character = String.fromCodePoint(code);
    const afterJoiner = preceding >> 3 === 1;
    const before = (preceding >> 1) & 3;
    const attaches =
      /\p{M}|\u200c|\u200d/u.test(character) || /\p{Emoji_Modifier}/u.test(character);
    const joins = preceding !== 0 && (joined ? attaches || afterJoiner : wcwidth(code) === 0);
    const wide = joined && code === 0xfe0f ? 2 : wcwidth(code);
    const width = joins ? Math.max(before, wide) : wide;
    return (Number(code === 0x200d) << 3) | (width << 1) | Number(joins);
  };
  return { version: joined ? 'clusters' : 'code points', wcwidth, charProperties };
}

async function frameOf(lines: readonly string[]): Promise<string> {
  const frames: string[] = [];
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: COLUMNS,
    rows: lines.length,
    write: (text: string) => frames.push(text),
  });
  const nothing = () => {};
  const stdin = Object.assign(new PassThrough(), {
    ...{ isTTY: true, setRawMode: nothing, ref: nothing, unref: nothing },
  });
  const frame = { lines: lines.map((line) => ' '.repeat(MARGIN) + line) };
  const controller = { input: nothing, paste: nothing, subscribe: () => nothing };
  const app = render(<LinesScreen controller={{ ...controller, frame: () => frame }} />, {
    // Ink uses no more of a stream than this.
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    ...{ debug: true, patchConsole: false },
  });
  app.unmount();
  return frames.find((frame) => frame.includes('\n')) ?? frames.join('');
}

async function screenOf(frame: string, provider: IUnicodeVersionProvider | null, rows: number) {
  const screen = new xterm.Terminal({ cols: COLUMNS, rows, allowProposedApi: true });
  if (provider !== null) {
    screen.unicode.register(provider);
    screen.unicode.activeVersion = provider.version;
  }
  await new Promise<void>((done) => screen.write(frame.replaceAll('\n', '\r\n'), done));
  return screen;
}

/** Columns at which a bar stands. */
function barsIn(screen: xterm.Terminal, row: number): number[] {
  const line = screen.buffer.active.getLine(row);
  return Array.from({ length: COLUMNS }, (_, at) => at).filter(
    (at) => line?.getCell(at)?.getChars() === '|',
  );
}

describe('what Ink makes of the lines', () => {
  test('keeps every style and hyperlink', async () => {
    const lines = renderMarkdown('# T\n\na **b** *i* ~~s~~ [l](https://e.org/a?b=1) `c`', OPTIONS);
    const frame = await frameOf(lines);
    const screen = await screenOf(frame, null, lines.length);
    const cellAt = (text: string, row: number) => {
      const line = screen.buffer.active.getLine(row);
      return line?.getCell(line.translateToString().indexOf(text));
    };
    expect(cellAt('T', 0)?.isUnderline()).toBeTruthy();
    expect(cellAt('b', 2)?.isBold()).toBeTruthy();
    expect(cellAt('i', 2)?.isItalic()).toBeTruthy();
    expect(cellAt('s', 2)?.isStrikethrough()).toBeTruthy();
    expect(cellAt('l', 2)?.getFgColor()).toBe(4);
    expect(cellAt('c', 2)?.getFgColor()).toBe(3);
    expect(frame).toContain('\u001b]8;;https://e.org/a?b=1\u001b\\');
    expect(frame.split('\u001b]8;;\u001b\\')).toHaveLength(2);
  });

  test('loses no text', async () => {
    const lines = renderMarkdown(Object.values(SAMPLES).join('\n\n'), OPTIONS);
    const shown = stripVTControlCharacters(await frameOf(lines)).split('\n');
    expect(shown.map((line) => line.trim())).toEqual(
      lines.map((line) => stripVTControlCharacters(line).trim()),
    );
  });
});

describe.each([
  ['code points', unicode(false)],
  ['clusters', unicode(true)],
] as const)('a terminal that counts %s keeps the frame straight with', (_, provider) => {
  test.each(Object.entries(SAMPLES))('%s', async (_name, sample) => {
    const [line = ''] = renderMarkdown(`|${sample}|`, OPTIONS);
    const screen = await screenOf(await frameOf([line, 'next']), provider, 2);
    const [first = -1, last = -1] = barsIn(screen, 0);
    const inside = stripVTControlCharacters(line).slice(1, -1);
    expect(first).toBe(MARGIN);
    expect(last - first - 1).toBe(stringWidth(inside));
  });
});

// They do not agree on these scripts at all: 4 to 6 columns. A short line does no harm.
test.each([unicode(false), unicode(true)])(
  'no terminal draws Devanagari or Khmer longer than measured',
  async (provider) => {
    for (const sample of ['क्षि कि', 'ស្ត្រី', 'မြန်မာ']) {
      const [line = ''] = renderMarkdown(`|${sample}|`, OPTIONS);
      const screen = await screenOf(await frameOf([line, 'next']), provider, 2);
      const [first = -1, last = -1] = barsIn(screen, 0);
      expect(last).toBeGreaterThan(first);
      expect(last - first - 1).toBeLessThanOrEqual(textWidth(sample));
    }
  },
);

// Its tables are those of Unicode 6, where an emoji is one column: a line with one is short there.
test('the oldest widths draw no line longer than it was measured', async () => {
  for (const sample of Object.values(SAMPLES)) {
    const [line = ''] = renderMarkdown(`|${sample}|`, OPTIONS);
    const screen = await screenOf(await frameOf([line, 'next']), null, 2);
    const [first = -1, last = -1] = barsIn(screen, 0);
    const inside = stripVTControlCharacters(line).slice(1, -1);
    expect(last - first - 1).toBeLessThanOrEqual(stringWidth(inside));
    expect(last).toBeGreaterThan(first);
  }
});
