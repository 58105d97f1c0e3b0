import { counted } from '../../../model/text/counted.js';
import { percent } from '../../../model/text/figures.js';
import { starText } from '../../../model/text/stars.js';
import type { HardCard } from '../../../stats/card-figures.js';
import { TITLES } from '../../../stats/labels.js';
import type { Statistics } from '../../../stats/statistics.js';
import { oneLine, truncate } from '../../components/text.js';
import { questionTitle } from '../../markdown/title.js';
import { daysText } from '../figures.js';
import type { Painter } from '../painter.js';

/** The leeches and the hardest cards, at most so many of each. */
export function hardestLines(
  { hardest, leeches, cards }: Statistics,
  painter: Painter,
  most: number,
): string[] {
  const title = (text: string) => painter.paint('bold', text);
  const all = counted(cards.leeches, 'leech');
  return [
    ...(leeches.length === 0
      ? ['No leeches.']
      : [title(all), ...leeches.slice(0, most).flatMap((card) => cardLines(card, painter))]),
    '',
    title(TITLES.hardest),
    ...(hardest.length === 0 ? ['No card has been reviewed yet.'] : []),
    ...hardest.slice(0, most).flatMap((card) => cardLines(card, painter)),
  ];
}

function cardLines(card: HardCard, painter: Painter): string[] {
  const { id, question, module, stars, lapses, difficulty, stability, retrievability } = card;
  const facts = [
    counted(lapses, 'lapse'),
    `difficulty ${difficulty.toFixed(1)}`,
    `stability ${daysText(stability)}`,
    `recall ${percent(retrievability)}`,
    `${starText(stars)} ${oneLine(module)}`,
  ];
  const marks = [card.leech ? 'leech' : '', card.suspended ? 'suspended' : ''].filter(Boolean);
  const head = `${painter.paint('cyan', id)} ${truncate(questionTitle(question), Math.max(4, painter.width - id.length - 1))}`;
  const below = truncate(`  ${[...marks, ...facts].join(' · ')}`, painter.width);
  return [head, painter.paint('dim', below)];
}
