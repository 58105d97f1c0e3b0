import { resolve } from 'node:path';
import {
  type ExportRequest,
  exportFile,
  exportModules,
  exportPieces,
  TEXT_FORMATS,
  type TextFormat,
} from '../../app/export/export.js';
import type { Store } from '../../app/ports.js';
import * as z from '../../model/schema.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';
import { PACKAGE_FORMATS, writePackage } from './export/apkg.js';

const FORMATS = [...TEXT_FORMATS, 'md', ...PACKAGE_FORMATS] as const;
type Format = (typeof FORMATS)[number];

const flags = z.extend(queryFlags, {
  output: z.optional(z.string().check(z.minLength(1, 'must be a path'))),
  force: z._default(z.boolean(), false),
  ids: z._default(z.boolean(), false),
  parts: z._default(z.boolean(), true),
  json: z._default(z.boolean(), false),
});
type Flags = z.infer<typeof flags>;

export const command = defineCommand({
  name: 'export',
  summary:
    'Export cards, memory and history: json and jsonl hold everything, csv the cards, revlog the reviews for FSRS optimisers, md module files, apkg an Anki package, colpkg a whole collection for a phone.',
  arguments: '<format> [query...]',
  words: [FORMATS],
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    {
      flags: '-o, --output <path>',
      description: 'file to write, or folder for md (default: standard output)',
      values: 'file',
    },
    { flags: '--force', description: 'overwrite existing files' },
    { flags: '--ids', description: 'md: write the id of every card into its file' },
    {
      flags: '--no-parts',
      description:
        'json and jsonl: without the parts of answers, as older versions of viva read them',
    },
  ],
  examples: [
    'viva export json -o viva.json',
    'viva export csv company:google > cards.csv',
    'viva export revlog -o revlog.csv',
    'viva export md part:Inference -o modules',
    'viva export apkg -o viva.apkg',
    'viva export colpkg -o viva.colpkg',
  ],
  flags,
  async run(context, [name = '', ...words], given) {
    const format = formatOf(name);
    refuseFlags(format, given);
    const store = await storeWithCards(context);
    const moment = context.moment();
    const query = queryFrom(words, given, store, context.moment());
    const { dayStart } = context.settings();
    const request = { query, moment, zone: context.zone, dayStart, parts: given.parts };
    if (format === 'md') return writeModules(context, store, request, given);
    if (format === 'apkg' || format === 'colpkg') {
      return writePackage(context, format, request, given);
    }
    return writeText(context, store, format, request, given);
  },
});

function formatOf(name: string): Format {
  const format = FORMATS.find((known) => known === name.toLowerCase());
  if (format !== undefined) return format;
  throw usageError(
    `"${name}" is not an export format.`,
    `Use one of ${FORMATS.join(', ')}, before the query.`,
  );
}

function refuseFlags(format: Format, { ids, parts }: Flags): void {
  if (ids && format !== 'md') {
    throw usageError('--ids applies to md only: the other formats always hold the ids.');
  }
  if (!parts && format !== 'json' && format !== 'jsonl') {
    throw usageError('--no-parts is for json and jsonl.');
  }
}

async function writeText(
  context: Context,
  store: Store,
  format: TextFormat,
  request: ExportRequest,
  { output, force, json }: Flags,
): Promise<number> {
  if (output === undefined || output === '-') {
    if (json) throw usageError('--json describes the file written: name it with -o.');
    for (const piece of exportPieces(format, request, store)) {
      context.stdout.write(piece);
      await context.stdout.drained();
    }
    return 0;
  }
  const file = resolve(context.cwd, output);
  exportFile(format, { ...request, file, force }, store, context.files);
  if (json) writeJson(context, { format, file });
  else writeLines(context, [`Exported to ${visibleLine(file)}`]);
  return 0;
}

function writeModules(
  context: Context,
  store: Store,
  { query, moment }: ExportRequest,
  { output, force, ids, json }: Flags,
): number {
  if (output === undefined || output === '-') {
    throw usageError('md writes a folder of module files.', 'Choose the folder with -o FOLDER.');
  }
  const folder = resolve(context.cwd, output);
  const { written, cards } = exportModules(
    { query, moment, folder, ids, force },
    store,
    context.files,
  );
  if (json) writeJson(context, { format: 'md', folder, written, cards });
  else {
    const count = `${counted(written.length, 'module')} with ${counted(cards, 'card')}`;
    writeLines(context, [`${count} written to ${visibleLine(folder)}`]);
  }
  return 0;
}
