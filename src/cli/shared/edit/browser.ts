import { changeNow } from '../../../app/edit/change-now.js';
import { planMarks } from '../../../app/edit/marks.js';
import { planMove } from '../../../app/edit/move.js';
import type { Store } from '../../../app/ports.js';
import type { BrowserEditor } from '../../../tui/browse/ports.js';
import type { Context } from '../../contract/context.js';
import { cardEditor } from './card.js';
import { editPorts } from './ports.js';

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
