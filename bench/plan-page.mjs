// Writes docs/planning-results.md from what bench/plan.mjs saved with --json:
//   node bench/plan-page.mjs FILE... > docs/planning-results.md
// Several files, for a grid is hours of work: cells of equal people, seed and number make one table.
import { readFileSync } from 'node:fs';

const PEOPLE = {
  sketch: "The sketch's people: questions are new to them, one look a card a day",
  anki: "Anki's users: much is known at the first rating, with learning steps",
};

const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const compared = groupsOf(runs.filter(({ ample }) => !ample));
const ample = groupsOf(runs.filter((run) => run.ample));
const parts = [
  '# Ways to prepare, compared',
  'Made by `bench/plan.mjs` and `bench/plan-page.mjs`; what it means: [planning.md](planning.md).',
  ...compared.flatMap(comparison),
  ...(ample.length > 0 ? ['## Fewest minutes for the same recall', hindsight()] : []),
  ...ample.flatMap((group) => [`${titleOf(group)}:`, ampleTable(group.cells)]),
];
console.log(parts.join('\n\n'));

function hindsight() {
  return [
    'viva with a target of 0.95 against the best of the greedy sketch at smaller budgets and FSRS at',
    '7 retentions × 3 spreads × 3 lengths of review-ahead, chosen with hindsight on the same people.',
  ].join('\n');
}

/** Cells of the same kind of people, seed and number of people, in order of days and minutes. */
function groupsOf(some) {
  const groups = new Map();
  for (const { learners, seed, cells } of some) {
    for (const each of cells) {
      const key = `${each.cell.people} ${seed} ${learners}`;
      const group = groups.get(key) ?? { people: each.cell.people, seed, learners, cells: [] };
      groups.set(key, group);
      group.cells.push(each);
    }
  }
  for (const { cells } of groups.values()) {
    cells.sort((a, b) => a.cell.days - b.cell.days || a.cell.minutes - b.cell.minutes);
  }
  return [...groups.values()];
}

function titleOf({ people, seed, learners }) {
  return `${PEOPLE[people]} (\`${people}\`, ${learners} people a cell, seed ${seed})`;
}

function comparison(group) {
  return [
    `## ${PEOPLE[group.people]}`,
    `\`--people ${group.people} --learners ${group.learners} --seed ${group.seed}\`: 459 cards. Recall at the deadline in %, with its 95 % interval.`,
    recallTable(group.cells),
    'Lead of viva (all time used) in points, person by person, with its 95 % interval; minutes and\nreviews (viva with its target, FSRS 0.9); best habit: retention, part of the days with new cards.',
    leadTable(group.cells),
  ];
}

function recallTable(cells) {
  const names = cells[0].standings.map(({ name }) => name);
  return table(
    names,
    cells.map(({ cell, standings }) => [
      nameOf(cell),
      ...standings.map(({ recall }) => points(recall)),
    ]),
  );
}

function leadTable(cells) {
  const rivals = cells[0].standings.slice(2).map(({ name }) => name);
  return table(
    [...rivals, 'minutes', 'reviews', 'best habit'],
    cells.map(({ cell, habit, standings }) => {
      const [, planned, ...others] = standings;
      const usual = others.find(({ name }) => name === 'FSRS 0.9');
      const both = (of) => `${of(planned).mean.toFixed(0)}, ${of(usual).mean.toFixed(0)}`;
      return [
        nameOf(cell),
        ...others.map(({ lead }) => points({ mean: -lead.mean, margin: lead.margin })),
        both(({ minutes }) => minutes),
        both(({ reviews }) => reviews),
        `${habit.retention}, ${habit.introduceBy}`,
      ];
    }),
  );
}

function ampleTable(cells) {
  return table(
    ['recall', 'viva', 'best rival', 'fewer'],
    cells.map(({ cell, viva, rival }) => [
      nameOf(cell),
      `${(100 * viva.recall).toFixed(1)} %`,
      `${viva.minutes.toFixed(0)} min`,
      rival === null ? 'none gets there' : `${rival.minutes.toFixed(0)} min (${rival.name})`,
      rival === null ? '' : `${(100 * (1 - viva.minutes / rival.minutes)).toFixed(0)} %`,
    ]),
  );
}

function table(heads, rows) {
  const line = (words) => `| ${words.join(' | ')} |`;
  const rule = `|---|${heads.map(() => '---:').join('|')}|`;
  return [line(['days × min', ...heads]), rule, ...rows.map(line)].join('\n');
}

function nameOf({ days, minutes }) {
  return `${days} × ${minutes}`;
}

function points({ mean, margin }) {
  return `${(100 * mean).toFixed(1)} ±${(100 * margin).toFixed(1)}`;
}
