import { resolve } from 'node:path';
import { lintDecks } from '../../app/import/lint.js';
import { formatDiagnostic } from '../../model/diagnostic.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { withMochi } from '../shared/mochi-files.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'lint',
  summary: 'Check module files without importing them. Every finding names its line.',
  arguments: '<path...>',
  words: ['file'],
  takesQuery: false,
  options: [
    {
      flags: '--strict',
      description: 'treat warnings as errors, and check for truncated texts',
    },
    { flags: '--quiet', description: 'omit notes (info)' },
  ],
  examples: ['viva lint decks', 'viva lint notes.md --strict'],
  flags: z.object({
    strict: z._default(z.boolean(), false),
    quiet: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, paths, flags) {
    if (paths.length === 0) throw usageError('No file or folder to check was given.');
    const roots = [];
    for (const path of paths) {
      if (path === '-') roots.push({ kind: 'stdin' as const, bytes: await context.readStdin() });
      else roots.push({ kind: 'path' as const, path: resolve(context.cwd, path) });
    }
    const report = lintDecks(roots, withMochi(context.files), flags.strict);
    const { counts } = report;
    const shown = report.diagnostics.filter((d) => !flags.quiet || d.severity !== 'info');
    if (flags.json) writeJson(context, { ...report, diagnostics: shown });
    else {
      writeLines(
        context,
        shown.map((d) => visibleLine(formatDiagnostic(d))),
      );
      writeLines(context, [
        `${counted(report.files, 'file')}, ${counted(report.modules, 'module')}, ${counted(report.cards, 'card')}: ${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counted(counts.info, 'note')}`,
      ]);
    }
    return counts.error > 0 || (flags.strict && counts.warning > 0) ? 1 : 0;
  },
});
