import type { Key } from 'ink';
import { expect, test } from 'vitest';
import type { InterviewDesk } from '../../../../src/app/interview/interview.js';
import { InterviewController } from '../../../../src/tui/interview/controller.js';
import type { PictureLayer, PlacedPicture } from '../../../../src/tui/terminal/pictures/layer.js';

const CARD = {
  id: 'aaaaaaaaaaaa',
  question: 'Which plot?\n\n![Asked](q.png)\n\n[a page](https://a.example/)',
  answer: 'This one:\n\n![Told](a.png)\n\n[the answer](https://b.example/)',
  stars: 1,
  module: { emoji: '', title: 'Plots', part: '' },
  companies: [],
};

/** An interview at one question; what is drawn, what is opened. */
function interview(pictures = true) {
  let phase = 'question';
  const opened: string[] = [];
  const seen = { drawn: [] as readonly PlacedPicture[], opened };
  const desk = {
    view: () => ({
      interview: {
        phase,
        step: 0,
        typed: null,
        questions: [{ stars: 1 }],
        verdicts: [],
        spentMs: [0],
        since: 0,
      },
      record: { card: CARD, memory: {} },
      parts: null,
      preview: null,
      notice: null,
    }),
    reveal: () => {
      phase = 'answer';
    },
    hasFollowUp: () => false,
  };
  const layer = {
    show: (placed: readonly PlacedPicture[]) => {
      seen.drawn = placed;
    },
    close: () => undefined,
  };
  const controller = new InterviewController(desk as unknown as InterviewDesk, {
    ...{ size: () => ({ columns: 80, rows: 40 }), lend: (work) => work() },
    ...{ stop: () => undefined, exit: () => undefined, now: () => 1000 },
    graphics: async () => ({
      graphics: { protocol: 'kitty', cell: { width: 9, height: 18 } },
      isDrawable: () => true,
      layer: layer as PictureLayer,
    }),
    findPicture: (_, path) => ({ kind: 'png', path, bytes: 1, width: 90, height: 90 }),
    openLink: async (url) => {
      opened.push(url);
      return 'opened';
    },
    openPicture: async (_, source) => {
      opened.push(source);
      return 'opened';
    },
    openDiagram: async () => 'opened',
    sourceOf: () => ({ kind: 'address', text: 'a.md:1 of x', url: 'https://x.example/a.md' }),
    look: { colors: false, hyperlinks: false },
    ...{ hideStars: false, wholeAnswers: false, spaceScrolls: false, pictures },
    write: () => ({ text: '', tone: 'info' }),
    ...{ lastAnswer: () => null, keepAnswer: () => undefined },
  });
  const strike = (keys: string) => controller.input(keys, {} as Key);
  const settle = async () => {
    controller.refresh();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const lines = () => {
    const { layout } = controller.frame();
    return 'body' in layout ? layout.body.lines : layout.lines;
  };
  return { seen, strike, settle, lines };
}

const paths = (placed: readonly PlacedPicture[]) => placed.map(({ picture }) => picture.path);

test('pictures are drawn in the question and in the answer', async () => {
  const { seen, strike, settle, lines } = interview();
  await settle();
  expect(paths(seen.drawn)).toEqual(['q.png']);
  expect(seen.drawn[0]).toMatchObject({ column: 2, columns: 10, rows: 5 });
  expect(lines()[(seen.drawn[0]?.row ?? 0) - 3]).toBe('');
  strike(' ');
  await settle();
  expect(paths(seen.drawn)).toEqual(['q.png', 'a.png']);
  strike('?');
  expect(seen.drawn).toEqual([]);
  strike('?');
  expect(paths(seen.drawn)).toEqual(['q.png', 'a.png']);
});

test('none is drawn where the setting says so, and all are named', async () => {
  const { seen, strike, settle, lines } = interview(false);
  strike(' ');
  await settle();
  expect(seen.drawn).toEqual([]);
  expect(lines().join('\n')).toMatch(/\[image: Asked\].*\[image: Told\]/s);
});

test('o opens what the question names, and of the answer only once that is shown', async () => {
  const { seen, strike, lines } = interview();
  strike('o');
  expect(lines().join('\n')).not.toMatch(/Told|b\.example|a\.md/);
  strike('1');
  expect(seen.opened).toEqual(['q.png']);
  strike(' o');
  expect(lines().join('\n')).toMatch(/Told.*b\.example.*x\.example/s);
  strike('2');
  strike('o5');
  expect(seen.opened).toEqual(['q.png', 'a.png', 'https://x.example/a.md']);
});
