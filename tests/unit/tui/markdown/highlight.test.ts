import { expect, test, vi } from 'vitest';

test('the highlighter is loaded behind the first code in a language, and draws once again then', async () => {
  // Another file's tests may have loaded it in this process.
  vi.resetModules();
  const { highlight, prepareHighlighterWhenNeeded } = await import(
    '../../../../src/tui/markdown/highlight.js'
  );
  const redraw = vi.fn();
  prepareHighlighterWhenNeeded(redraw);
  expect(highlight('let a = 1', '')).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(redraw).not.toHaveBeenCalled();
  expect(highlight('let a = 1', 'js')[0]).toHaveLength(1);
  highlight('let b = 1', 'js');
  await vi.waitFor(() => expect(redraw).toHaveBeenCalledOnce(), 30_000);
  expect(highlight('let a = 1', 'js')[0]?.length).toBeGreaterThan(1);
});
