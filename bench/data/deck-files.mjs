// A deterministic folder of modules: ten cards and about 7 kB each, as people write them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mulberry } from './random.mjs';
import { sentence } from './words.mjs';

const CARDS_A_MODULE = 10;
const MODULES_A_FOLDER = 100;
const COMPANIES = ['Google', 'Meta', 'OpenAI', 'Anthropic', 'Nvidia', 'Amazon', 'Apple'];

/** Writes the modules for so many cards; returns their paths. The same number gives the same bytes. */
export function writeDeck(folder, cards) {
  const modules = Math.ceil(cards / CARDS_A_MODULE);
  return Array.from({ length: modules }, (_, at) => {
    const part = join(folder, `part-${String(Math.floor(at / MODULES_A_FOLDER)).padStart(4, '0')}`);
    if (at % MODULES_A_FOLDER === 0) mkdirSync(part, { recursive: true });
    const path = join(part, `${String(at).padStart(6, '0')}.md`);
    writeFileSync(path, moduleText(at));
    return path;
  });
}

/** Changes the answer of one card in every hundredth file; `edition` makes each time's text new. */
export function editSome(paths, edition) {
  const edited = paths.filter((_, at) => at % 100 === edition % 100);
  for (const path of edited) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('</summary>\n', `</summary>\n\nEdited, time ${edition}.\n`));
  }
  return edited.length;
}

function moduleText(at) {
  const random = mulberry(at + 1);
  const cards = Array.from({ length: CARDS_A_MODULE }, () => cardText(random));
  return `---
title: "Module ${at}: ${sentence(random, 3)}"
part: "Part ${at % 12}"
number: ${at}
emoji: "📘"
subtitle: "${sentence(random, 8)}"
tags: ["bench", "part-${at % 12}"]
---

# 📘 Module ${at}

> [!question] Key Question
> ${sentence(random, 14)}?

## Key Insights

> [!tip] Insight
> ${sentence(random, 30)}.

## Code Examples

\`\`\`python
def step(weights, loss_${at}):
    # ${sentence(random, 8)}
    return [w - 0.1 * g for w, g in zip(weights, loss_${at}.grad)]
\`\`\`

## Interview Questions

${cards.join('\n')}
## Further Reading

- [${sentence(random, 4)}](https://example.org/${at})
`;
}

function cardText(random) {
  const companies = COMPANIES.filter(() => random() < 0.3);
  const stars = ['★☆☆', '★★☆', '★★★'][Math.floor(random() * 3)];
  return `### ${stars}${companies.length > 0 ? ` _(${companies.join(', ')})_` : ''}

**Q:** ${sentence(random, 14)}?

<details>
<summary>Answer</summary>

${sentence(random, 40)}.

- **${sentence(random, 2)}**: ${sentence(random, 10)}
- \`${sentence(random, 1)}\` ${sentence(random, 10)}

${sentence(random, 25)}.

</details>
`;
}
