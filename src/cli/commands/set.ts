import { noCardMatches } from '../../app/cards/no-match.js';
import type { Cards } from '../../app/cards/ports.js';
import { applyPlan } from '../../app/edit/apply.js';
import { changeOfCards, readAgainOf } from '../../app/edit/change-now.js';
import { type MarkChange, type NameChange, planMarks } from '../../app/edit/marks.js';
import { planMove } from '../../app/edit/move.js';
import { nameChange } from '../../app/edit/name-change.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { type ChangeWord, splitChanges } from '../../query/split-changes.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { changeJson, writePlan } from '../shared/edit/plan-of-change.js';
import { editPorts } from '../shared/edit/ports.js';
import { unchangedText } from '../shared/edit/unchanged-text.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'set',
  summary:
    'Change difficulty, companies, tags or module of cards in their files. "viva undo" reverts it.',
  arguments: '<query...>',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    { flags: '--dry-run', description: 'show the change as a diff without writing it' },
  ],
  examples: [
    'viva set 7k2p difficulty:3',
    'viva set "attention difficulty:1" difficulty:2 --dry-run',
    'viva set module:22 company:+google,meta tag:-draft',
    'viva set is:flagged tag:=',
    'viva set 7k2p "module:=KV Cache & Memory"',
  ],
  flags: z.extend(queryFlags, {
    dryRun: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, words, flags) {
    const { dryRun, json, ...given } = flags;
    const hasFlags = Object.values(given).some((value) => value !== undefined);
    const { query: asked, changes } = splitChanges(words, hasFlags ? 0 : 1);
    if (changes.length === 0) {
      throw usageError(
        'No change was given.',
        'Put it after the query: difficulty:3, company:+google, tag:-draft, tag:=a,b or module:=22.',
      );
    }
    const store = await storeWithCards(context);
    const ports = editPorts(context, store);
    const query = queryFrom(asked, given, store, context.moment());
    const find = () => store.find(query, context.moment());
    if (!dryRun) readAgainOf(find(), ports);
    const records = find();
    if (records.length === 0) throw noCardMatches(query, context.moment(), store);
    const { title, marks } = changeOf(changes, store);
    const plan =
      title === null
        ? planMarks(records, marks, ports)
        : planMove(records, title, context.moment(), ports);
    if (!dryRun) applyPlan(plan, changeOfCards(records), ports);
    if (json) writeJson(context, { ...changeJson(plan), dryRun });
    else if (dryRun) writePlan(context, plan);
    else {
      const files = counted(plan.files.length, 'file');
      writeLines(context, [
        plan.cards === 0
          ? unchangedText(records.length)
          : `${counted(plan.cards, 'card')} changed in ${files}; "viva undo" reverts it.`,
      ]);
    }
    return 0;
  },
});

/** What the words ask for together. Throws `usage` where they contradict each other. */
function changeOf(
  changes: readonly ChangeWord[],
  cards: Cards,
): { title: string | null; marks: MarkChange } {
  const titles = changes.flatMap((change) => (change.field === 'module' ? [change.title] : []));
  const stars = changes.flatMap((change) => (change.field === 'difficulty' ? [change.stars] : []));
  if (titles.length > 1 || stars.length > 1) {
    throw usageError(
      `${titles.length > 1 ? 'module' : 'difficulty'} is given twice.`,
      'Quote the query to tell it from the change.',
    );
  }
  const [title = null] = titles;
  if (title !== null && changes.length > 1) {
    throw usageError(
      'module: cannot be combined with other changes.',
      'Set the rest with a second "viva set".',
    );
  }
  const [star] = stars;
  const companies = namesOf('company', changes, cards);
  const tags = namesOf('tag', changes, cards);
  return {
    title,
    marks: {
      ...(star !== undefined && { stars: star }),
      ...(companies !== null && { companies }),
      ...(tags !== null && { tags }),
    },
  };
}

function namesOf(
  field: 'company' | 'tag',
  changes: readonly ChangeWord[],
  cards: Cards,
): NameChange | null {
  const words = changes.flatMap((change) => (change.field === field ? [change] : []));
  return words.length === 0 ? null : nameChange(field, words, cards.names(field));
}
