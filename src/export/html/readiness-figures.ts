import { counted, grouped } from '../../model/text/counted.js';
import { starText } from '../../model/text/stars.js';
import type { HardCard, Readiness, ReadinessGroup } from '../../stats/card-figures.js';
import type { Figure, FigureTable } from './figure.js';
import { questionHtml } from './question-html.js';
import { namedRows, shareRows } from './rows-chart.js';
import { decimal, opening, shareText } from './words.js';

/** Longer lists stand in the table alone. */
const CHART_ROWS = 25;
const NOTE = 'Readiness is the mean probability of recall now; a card not yet seen counts 0.';
const COMPANY_NOTE = `${NOTE} A card of two companies counts for both.`;

/** Returns readiness by company, part, difficulty and module. */
export function readinessFigures(readiness: Readiness): Figure[] {
  const modules = readiness.modules.map((module) => ({
    ...module,
    name: module.number === null ? module.name : `${module.number} ${module.name}`,
  }));
  const stars = readiness.stars.map((group) => ({
    ...group,
    name: starText(Number(group.name)),
  }));
  const { companies } = readiness;
  const isShared = companies.reduce((sum, { cards }) => sum + cards, 0) > readiness.all.cards;
  return [
    groupFigure('company', 'Readiness by company', companies, isShared ? COMPANY_NOTE : NOTE),
    groupFigure('part', 'Readiness by part', readiness.parts),
    groupFigure('stars', 'Readiness by difficulty', stars),
    groupFigure('module', 'Readiness by module', modules),
  ];
}

function groupFigure(
  id: string,
  title: string,
  groups: readonly ReadinessGroup[],
  note = NOTE,
): Figure {
  const named = groups.map((group) => ({ ...group, name: group.name || '(none)' }));
  const weakest = named.reduce<ReadinessGroup | null>(
    (low, group) => ((group.readiness ?? 1) < (low?.readiness ?? 1) ? group : low),
    null,
  );
  return {
    id: `readiness-${id}`,
    title,
    note,
    alternative: `${counted(named.length, 'group')}${weakest === null ? '' : `; weakest: ${opening(weakest.name, 60)}, ${shareText(weakest.readiness)}`}.`,
    chart:
      named.length === 0 || named.length > CHART_ROWS
        ? null
        : shareRows(namedRows(named.map(({ name, readiness: share }) => ({ name, share })))),
    table: readinessTable(named),
    open: named.length <= CHART_ROWS,
  };
}

function readinessTable(groups: readonly ReadinessGroup[]): FigureTable {
  return {
    columns: ['', 'Readiness', 'Above 90 %', 'Share', 'Seen', 'Cards'],
    rows: groups.map(({ name, readiness, above90, share, seen, cards }) => [
      name,
      shareText(readiness),
      grouped(above90),
      shareText(share),
      grouped(seen),
      grouped(cards),
    ]),
  };
}

/** Returns the cards that are hardest to recall, or the leeches, as a table. */
export function hardCardsFigure(
  id: string,
  title: string,
  note: string,
  cards: readonly HardCard[],
): Figure {
  return {
    id,
    title,
    note,
    alternative: counted(cards.length, 'card'),
    chart: null,
    table: {
      columns: ['Question', 'Module', 'Lapses', 'Reviews', 'Difficulty', 'Stability', 'Recall now'],
      rows: cards.map((card) => [
        { html: questionHtml(card.question, 120) },
        card.module,
        grouped(card.lapses),
        grouped(card.reps),
        decimal(card.difficulty),
        `${decimal(card.stability)} d`,
        shareText(card.retrievability),
      ]),
    },
    open: true,
  };
}
