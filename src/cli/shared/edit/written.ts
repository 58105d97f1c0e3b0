import type { EditOutcome } from '../../../app/edit/sessions.js';
import { VivaError } from '../../../model/error.js';
import { counted } from '../../../model/text/counted.js';
import { visibleLine } from '../../../model/text/visible.js';
import type { Context } from '../../contract/context.js';
import { writeJson, writeLines } from '../output/write.js';

interface Words {
  /** As in "1 card added". */
  readonly done: string;
  /** The command that goes on with a text that was kept. */
  readonly again: string;
  readonly json: boolean;
}

/**
 * Says what came of a session in the editor; returns the exit status. Throws
 * `text-refused`, with every finding at its line, for a text that was not taken.
 */
export function writeWritten(
  context: Context,
  written: EditOutcome,
  { done, again, json }: Words,
): number {
  switch (written.kind) {
    case 'nothing':
      if (json) writeJson(context, { changed: 0, files: [] });
      else writeLines(context, [`Nothing was ${done}.`]);
      return 0;
    case 'written': {
      const { cards, added, files, module } = written;
      if (json) writeJson(context, { changed: cards, files, ...(module !== null && { module }) });
      else {
        const place = module === null ? '' : ` to "${visibleLine(module)}"`;
        writeLines(context, [
          `${counted(cards, 'card')} ${done}${place}${added === 0 ? '' : `, ${added} added`}.`,
          ...files.map((file) => `  ${file}`),
        ]);
      }
      return 0;
    }
    case 'refused': {
      const [first, ...others] = written.findings;
      for (const { line, message } of others.reverse())
        context.stderr.write(`viva: ${written.draft}:${line}: ${visibleLine(message)}\n`);
      throw new VivaError(
        'text-refused',
        `${first?.message ?? ''}. Nothing was ${done}; your text is kept.`,
        `"${again}" continues with it.`,
        { place: { file: written.draft, ...(first && { line: first.line }) } },
      );
    }
  }
}
