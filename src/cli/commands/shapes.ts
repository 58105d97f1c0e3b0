import { listShapes } from '../../app/import/shapes.js';
import * as z from '../../model/schema.js';
import { painter } from '../../model/text/ansi.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'shapes',
  summary: 'List the layouts of question lists that import reads, with examples.',
  arguments: '[name]',
  words: [listShapes().map(({ name }) => name)],
  takesQuery: false,
  options: [],
  examples: ['viva shapes', 'viva shapes bullets'],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  run(context, [name], { json }) {
    const all = listShapes();
    const shown = name === undefined ? all : all.filter((shape) => shape.name === name);
    if (shown.length === 0) {
      throw usageError(`There is no shape "${name}".`, 'viva shapes lists them.');
    }
    if (json) writeJson(context, { shapes: shown });
    else {
      const paint = painter(context.stdout.colors);
      writeLines(
        context,
        shown.flatMap(({ name: own, summary, example }) => [
          paint('bold', own),
          `  ${summary}`,
          '',
          ...example.split('\n').map((line) => (line === '' ? '' : `      ${line}`)),
          '',
        ]),
      );
    }
    return 0;
  },
});
