import type { SampleCard } from '../../app/import/report.js';
import { painter } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { visibleLine } from '../../model/text/visible.js';
import { prepareHighlighter } from '../../tui/markdown/highlight.js';
import { renderMarkdown } from '../../tui/markdown/render.js';
import type { Context } from '../contract/context.js';

/** Draws cards as a review will show them, one below the other. */
export async function sampleLines(
  samples: readonly SampleCard[],
  context: Context,
): Promise<string[]> {
  await prepareHighlighter();
  return samples.flatMap((sample) => cardLines(sample, context));
}

function cardLines(sample: SampleCard, { stdout }: Context): string[] {
  const paint = painter(stdout.colors);
  const options = {
    width: Math.min(stdout.columns, 100),
    colors: stdout.colors,
    hyperlinks: false,
  };
  const { part, module, stars, file, line } = sample;
  const place = [part, module, starText(stars)].filter((each) => each !== '').join(' · ');
  const answer =
    sample.answer === ''
      ? [paint('dim', '(no answer yet)')]
      : renderMarkdown(sample.answer, options);
  return [
    '',
    paint('bold', visibleLine(place)),
    paint('dim', visibleLine(`${file}:${line}`)),
    '',
    ...renderMarkdown(sample.question, options),
    '',
    paint('dim', '── Answer'),
    ...answer,
  ];
}
