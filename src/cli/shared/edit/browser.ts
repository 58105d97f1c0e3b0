import type { CardRecord } from '../../../app/cards/ports.js';
import { changeNow } from '../../../app/edit/change-now.js';
import { type MarkChange, planMarks } from '../../../app/edit/marks.js';
import { planMove } from '../../../app/edit/move.js';
import type { Store } from '../../../app/ports.js';
import type { Context } from '../../contract/context.js';
import { type CardEditor, cardEditor } from './card.js';
import { editPorts } from './ports.js';

/** The editor as the browser uses it. */
export interface BrowserEditor extends CardEditor {
  /** Sets difficulty, companies or tags of cards in their files; returns how many it changed. */
  mark(records: readonly CardRecord[], change: MarkChange): number;
  /** Moves cards to the module of a title or number; returns how many it moved. */
  move(records: readonly CardRecord[], module: string): number;
}

/** Makes the editor for the browser. */
export async function browserEditor(context: Context, store: Store): Promise<BrowserEditor> {
  const ports = () => editPorts(context, store);
  return {
    ...(await cardEditor(context, store)),
    mark: (records, change) =>
      changeNow(records, (now) => planMarks(now, change, ports()), context.moment(), ports()),
    move(records, module) {
      const moment = context.moment();
      return changeNow(records, (now) => planMove(now, module, moment, ports()), moment, ports());
    },
  };
}
