import type { DeckModule } from '../../model/module.js';
import { type RenderOptions, renderMarkdown } from '../markdown/render.js';
import { rule } from './body.js';

/** A module's key question, insights, code and links, to look at beside a card. */
export function moduleLines(module: DeckModule, options: RenderOptions): string[] {
  const { keyQuestion, insights, code, reading, related } = module.extras;
  const sections: (readonly [string, string])[] = [
    ['Key question', keyQuestion],
    ['Insights', insights.map((insight) => `- ${insight.replaceAll('\n', '\n  ')}`).join('\n')],
    ['Code', code],
    [
      'Further reading',
      reading.map(({ title, url, note }) => `- [${title}](${url}) ${note}`).join('\n'),
    ],
    ['Related', related.map((title) => `[[${title}]]`).join(' · ')],
  ];
  const filled = sections.filter(([, text]) => text.trim() !== '');
  if (filled.length === 0) return ['This module has nothing but questions.'];
  return filled.flatMap(([title, text]) => [
    rule(title, options),
    ...renderMarkdown(text, options),
    '',
  ]);
}
