import { resolve } from 'node:path';
import { convertDecks } from '../../app/import/convert.js';
import { formatDiagnostic } from '../../model/diagnostic.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import { repairLines } from '../render/import.js';
import { withMochi } from '../shared/mochi-files.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { givenChoice, READING_OPTIONS } from '../shared/reading-flags.js';

export const command = defineCommand({
  name: 'convert',
  summary: 'Write a question list, or a damaged or many-module file, as clean module files.',
  arguments: '<path>',
  words: ['file'],
  takesQuery: false,
  options: [
    {
      flags: '-o, --output <folder>',
      description: 'folder for the modules (created if missing)',
      values: 'file',
    },
    { flags: '--force', description: 'overwrite existing files' },
    ...READING_OPTIONS,
  ],
  examples: [
    'viva convert collection.txt -o modules',
    'viva convert ~/react-questions -o ~/notes/react',
  ],
  flags: z.object({
    output: z.string('is missing: name the folder for the modules').check(z.minLength(1)),
    force: z._default(z.boolean(), false),
    asShape: z.optional(z.string()),
    questionsOnly: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  run(context, [file = ''], flags) {
    const report = convertDecks(
      {
        path: resolve(context.cwd, file),
        folder: resolve(context.cwd, flags.output),
        force: flags.force,
        choice: givenChoice(flags),
      },
      withMochi(context.files),
    );
    const errors = report.diagnostics.filter((d) => d.severity === 'error');
    if (flags.json) writeJson(context, report);
    else {
      writeLines(context, [
        `${counted(report.written.length, 'module')} with ${counted(report.cards, 'card')} written to ${visibleLine(flags.output)}`,
        ...repairLines(report.repaired),
      ]);
      if (errors.length > 0) {
        context.stderr.write(`${errors.map((d) => visibleLine(formatDiagnostic(d))).join('\n')}\n`);
      }
    }
    return errors.length > 0 ? 1 : 0;
  },
});
