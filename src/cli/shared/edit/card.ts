import { readAgain } from '../../../app/edit/apply.js';
import { type EditOutcome, editCards, writeNew } from '../../../app/edit/sessions.js';
import { undoChange } from '../../../app/edit/undo-change.js';
import type { Store } from '../../../app/ports.js';
import { editorOn } from '../../../platform/editor.js';
import type { CardEditor } from '../../../tui/review/ports.js';
import type { Message } from '../../../tui/review/screen-state.js';
import type { Context } from '../../contract/context.js';
import { hasTerminal } from '../output/interactive.js';
import { editPorts } from './ports.js';

const NO_FILE = 'This card came from standard input: there is no file.';

/** Makes the editor for a screen. */
export async function cardEditor(context: Context, store: Store): Promise<CardEditor> {
  const open = await editorOn(context.platform, context.env, hasTerminal(context));
  return {
    edit: (...records) =>
      noticeOf(
        editCards(records, open, context.moment(), editPorts(context, store)),
        records.length === 1 ? 'Card changed.' : 'Cards changed.',
      ),
    write(module) {
      const request = { module, stars: 2, companies: [], tags: [] } as const;
      return noticeOf(
        writeNew(request, open, context.moment(), editPorts(context, store)),
        'Card added.',
      );
    },
    openSource({ card }) {
      if (card.file === null) return { text: NO_FILE, tone: 'error' };
      open(card.file, card.line);
      readAgain(card.module.collection, editPorts(context, store));
      return { text: `Read again: ${card.file}`, tone: 'info' };
    },
    undoWriting: () => undoChange(store.newestAt(), editPorts(context, store))?.what ?? null,
  };
}

function noticeOf(written: EditOutcome, done: string): Message {
  switch (written.kind) {
    case 'nothing':
      return { text: 'Nothing was changed.', tone: 'info' };
    case 'written': {
      const { module, added } = written;
      const place = module === null ? '' : ` to "${module}"`;
      const more = added === 0 ? '' : `, ${added} added`;
      return { text: `${done.replace('.', '')}${place}${more}.`, tone: 'info' };
    }
    case 'refused': {
      const [first] = written.findings;
      const text = `Not saved; your text is kept. Line ${first?.line}: ${first?.message}. The same key reopens it.`;
      return { text, tone: 'error' };
    }
  }
}
