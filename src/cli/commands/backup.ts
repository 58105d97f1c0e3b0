import { resolve } from 'node:path';
import { backUpNow } from '../../app/upkeep/backup.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import { sizeText } from '../render/backups.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'backup',
  summary:
    'Copy the database to a verified, self-contained file. One is made automatically every day.',
  arguments: '[file]',
  words: ['file'],
  takesQuery: false,
  options: [],
  examples: ['viva backup', 'viva backup /media/stick/viva.db', 'viva restore   # lists them'],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  async run(context, [file], flags) {
    const store = await context.store();
    const folder = await context.backups();
    const path = file === undefined ? null : resolve(context.cwd, file);
    if (path !== null) await store.copyTo(path);
    const made = path ?? (await backUpNow(store, folder, 'manual', context.moment().today));
    const { cards, reviews } = folder.inspect(made);
    const { size } = context.files.statFile(made);
    if (flags.json) writeJson(context, { backup: { path: made, size, cards, reviews } });
    else {
      writeLines(context, [
        `${visibleLine(made)}  (${counted(cards, 'card')}, ${counted(reviews, 'review')}, ${sizeText(size)})`,
      ]);
    }
    return 0;
  },
});
