// A deterministic question list in one file, as others write them: numbered headings below sections.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mulberry } from './random.mjs';
import { sentence } from './words.mjs';

const QUESTIONS_A_SECTION = 50;

/** Writes a list of so many questions into a folder. The same number gives the same bytes. */
export function writeList(folder, questions) {
  mkdirSync(folder, { recursive: true });
  const random = mulberry(questions);
  const items = Array.from({ length: questions }, (_, at) => {
    const section = at % QUESTIONS_A_SECTION === 0 ? `## ${sentence(random, 3)}\n\n` : '';
    return `${section}### ${at + 1}. What is ${sentence(random, 8)}?

${sentence(random, 40)}.

\`\`\`js
const x${at} = "${sentence(random, 6)}";
\`\`\`

- **${sentence(random, 2)}**: ${sentence(random, 10)}
- \`${sentence(random, 1)}\` ${sentence(random, 10)}

**[⬆ Back to Top](#contents)**
`;
  });
  writeFileSync(join(folder, 'README.md'), `# Questions\n\n${items.join('\n')}`);
}
