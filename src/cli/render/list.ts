import type { CardRecord } from '../../app/cards/ports.js';
import type { Moment } from '../../model/moment.js';
import { counted } from '../../model/text/counted.js';
import { starText } from '../../model/text/stars.js';
import { visibleLine } from '../../model/text/visible.js';
import { dueWords } from '../../schedule/due-words.js';
import type { Context } from '../contract/context.js';
import { renderTable } from './table.js';

/** Cards as a table for a person. */
export async function listText(
  records: readonly CardRecord[],
  total: number,
  moment: Moment,
  context: Context,
): Promise<string[]> {
  if (records.length === 0) return ['No card matches.'];
  const { questionTitle } = await import('../../tui/markdown/title.js');
  const rows = records.map((record) => [
    record.card.id,
    moduleName(record),
    starText(record.card.stars),
    dueWords(record.memory, moment),
    questionTitle(record.card.question),
  ]);
  const table = renderTable(
    [
      { title: 'id' },
      { title: 'module' },
      { title: 'stars' },
      { title: 'due' },
      { title: 'question', flexible: true },
    ],
    rows,
    context.stdout.cutAt,
  );
  const count = counted(total, 'card');
  const shown = records.length < total ? `${records.length} of ${count}` : count;
  return [table, '', shown];
}

const MODULE_WIDTH = 22;

function moduleName({ card }: CardRecord): string {
  const { number, title } = card.module;
  const name = visibleLine(number === null ? title : `${number} ${title}`);
  return name.length > MODULE_WIDTH ? `${name.slice(0, MODULE_WIDTH - 1)}…` : name;
}
