import { counted } from '../../../model/counted.js';
import { percent } from '../../../model/figures.js';
import { starText } from '../../../model/star-text.js';
import type { HardCard, Statistics } from '../../../stats/statistics.js';
import { oneLine, truncate } from '../../components/text.js';
import { daysText } from '../figures.js';
import type { Pen } from '../pen.js';

/** The leeches and the hardest cards, at most so many of each. */
export function hardestLines(
  { hardest, leeches, cards }: Statistics,
  pen: Pen,
  most: number,
): string[] {
  const title = (text: string) => pen.paint('bold', text);
  const all = counted(cards.leeches, 'leech');
  return [
    ...(leeches.length === 0
      ? ['No leeches.']
      : [title(all), ...leeches.slice(0, most).flatMap((card) => cardLines(card, pen))]),
    '',
    title('Hardest to recall'),
    ...(hardest.length === 0 ? ['No card has been reviewed yet.'] : []),
    ...hardest.slice(0, most).flatMap((card) => cardLines(card, pen)),
  ];
}

function cardLines(card: HardCard, pen: Pen): string[] {
  const { id, question, module, stars, lapses, difficulty, stability, retrievability } = card;
  const facts = [
    counted(lapses, 'lapse'),
    `difficulty ${difficulty.toFixed(1)}`,
    `stability ${daysText(stability)}`,
    `recall ${percent(retrievability)}`,
    `${starText(stars)} ${oneLine(module)}`,
  ];
  const marks = [card.leech ? 'leech' : '', card.suspended ? 'suspended' : ''].filter(Boolean);
  const head = `${pen.paint('cyan', id)} ${truncate(oneLine(question), Math.max(4, pen.width - id.length - 1))}`;
  const below = truncate(`  ${[...marks, ...facts].join(' · ')}`, pen.width);
  return [head, pen.paint('dim', below)];
}
