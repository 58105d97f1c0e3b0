import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../../src/tui/markdown/render.js';

const TEXT = `| name | cost |
| --- | --- |
| one | 1 |
| two | 2 |

> [!tip] Quoted
> text

\`\`\`js
const x = 1;
\`\`\`

---
`;

test('what is read in lines has nothing drawn in it', () => {
  const options = { width: 60, colors: false, hyperlinks: false };
  const drawn = renderMarkdown(TEXT, options).join('\n');
  const linear = renderMarkdown(TEXT, { ...options, linear: true }).join('\n');
  expect(drawn).toMatch(/[│┌─▌]/);
  expect(linear).not.toMatch(/[\u2500-\u259f]/);
  expect(linear).toContain('name: one\ncost: 1\n\nname: two\ncost: 2');
  expect(linear).toMatch(/> \*Quoted\*\n> text/);
  expect(linear).toContain('  const x = 1;');
});
