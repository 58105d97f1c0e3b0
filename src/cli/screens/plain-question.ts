import type { Card } from '../../model/card.js';
import { starText } from '../../model/text/stars.js';
import { visibleLine } from '../../model/text/visible.js';
import { type RenderOptions, renderMarkdown } from '../../tui/markdown/render.js';
import type { Context } from '../contract/context.js';
import { TEXT_WIDTH, writeLines, writeSentences } from '../shared/output/write.js';

/** Returns how Markdown is drawn line by line. */
export function plainOptions({ stdout }: Context): RenderOptions {
  const width = Math.min(TEXT_WIDTH, stdout.columns);
  return { width, colors: stdout.colors, hyperlinks: false, linear: true };
}

/** Writes a question with where it is from, behind what `progress` says; `below` is said under that. */
export function showPlainQuestion(
  card: Card,
  progress: string,
  context: Context,
  below: readonly string[] = [],
): void {
  const { title, part } = card.module;
  const place = [title, part, starText(card.stars), card.companies.join(', ')].filter(Boolean);
  writeSentences(context, ['', `[${progress}] ${visibleLine(place.join(' · '))}`, ...below]);
  writeLines(context, ['', ...renderMarkdown(card.question, plainOptions(context)), '']);
}
