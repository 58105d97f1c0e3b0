import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareHighlighter } from '../../../../src/tui/markdown/highlight.js';
import { renderMarkdown } from '../../../../src/tui/markdown/render.js';

const FOLDER = join(import.meta.dirname, 'golden');
const answer = readFileSync(join(FOLDER, 'answer.md'), 'utf8');

beforeAll(prepareHighlighter);

// After a wanted change: `npm test -- --project core tests/unit/tui/markdown/golden.test.ts -u`,
// and read the difference. `-u` stands last: before a path it takes the path for its own value,
// and then all tests run and all snapshots are rewritten.
test.each([36, 76, 116])('an answer on %i columns without colours', async (width) => {
  const lines = renderMarkdown(answer, { width, colors: false, hyperlinks: false });
  await expect(lines.join('\n')).toMatchFileSnapshot(join(FOLDER, `plain-${width}.txt`));
});

test.each([36, 76, 116])('an answer on %i columns in colour', async (width) => {
  const lines = renderMarkdown(answer, { width, colors: true, hyperlinks: true });
  const readable = lines.join('\n').replaceAll('\u001b', '␛');
  await expect(readable).toMatchFileSnapshot(join(FOLDER, `colors-${width}.txt`));
});
