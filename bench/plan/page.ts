import { reportOf } from './report.js';
import type { Summary } from './summary.js';

/** Returns docs/planning-results.md. */
export function pageOf(summary: Summary): string {
  const people = summary.cells.map((cell) => cell.people);
  const [fewest, most] = [Math.min(...people), Math.max(...people)];
  const range = fewest === most ? `${most}` : `${fewest} to ${most}`;
  return [
    '# Ways to prepare, compared',
    'Made by `npm run bench -- plan --page docs/planning-results.md`; what viva promises: [planning.md](planning.md).',
    `${summary.cells.length} cells, ${range} people a cell, the same people and the same luck of each look under all ways.${fewest < FULL ? SHORT : ''}`,
    METHOD,
    reportOf(summary),
  ].join('\n\n');
}

/** People a cell of a full run. */
const FULL = 40;
const SHORT = ` A full run has ${FULL}: with
fewer, a single cell says little, and its interval (by the normal approximation) is too narrow; the means over
all cells say what there is to say.`;

const METHOD = `## How it was tried

**Players.** viva is played as it is: its review draws the cards from its own store, the person answers, time
passes, the plan sees what the journal holds; the forecasts are those of \`viva plan show\`, the figure that
moves is the header's. Rivals get the same minutes, steps and clock: *greedy* takes what adds most recall at
the interview a second, by FSRS with its default weights; *blocked* spreads new cards evenly to 70 % of the
sessions, then takes what was seen least recently; *expanding* reviews after 1, 3 and 7 days and in the last
session; *random* shuffles all cards each day; *FSRS* at a desired retention takes what is due, then new
cards spread over four fifths of the sessions. A rival's session ends with the look that uses up its minutes.

**Memories.** *sketch*: FSRS-6 with hidden weights, nine of ten questions failed at first; *anki*: the same,
one of four failed. *ACT-R* with decay that depends on spacing (Pavlik & Anderson 2005); *MCM*, the multiscale
context model (Mozer et al. 2009); *PPE*, the predictive performance equation (Walsh et al. 2018);
*half-life*, half-life regression (Settles & Meeder 2016), which forgets fast and has no spacing effect.
But for *anki*, questions are new to the person.

**People.** A look takes 25 s at a new card, 10 s at a learning step, 20 s when recalled, 30 s when not, times
lognormal factors of the person, the card and the look, at most 300 s; in one of 250 the person is called away
for one to five minutes. One rating in ten is off by one among Hard, Good and Easy.

**Conditions.** Sessions at 8:00 (the last two hours before the interview) or at 20:00, the interview at 10:00.
*all*: every session is held; *fifth*: each but the first is missed with a chance of one in five; *last*: the
last one is missed; *weekends*: none on Saturdays and Sundays; *moved*: halfway the interview is put a week
earlier (three days, of fourteen). The plan is told of a new date, never of days that will be missed.

**Measures.** Recall at the interview by the hidden memory, each card alike, one never seen 0. A way's shortfall
is taken from the best way of the cell, viva included.`;
