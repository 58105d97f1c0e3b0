import { diffLines } from '../../../app/edit/diff.js';
import type { ChangePlan } from '../../../app/edit/workspace.js';
import { painter } from '../../../model/text/ansi.js';
import { counted } from '../../../model/text/counted.js';
import type { Context } from '../../contract/context.js';
import { writeLines } from '../output/write.js';

/** Shows a change that was not written: as a diff, with what it comes to. */
export function writePlan(context: Context, plan: ChangePlan): void {
  const paint = painter(context.stdout.colors);
  const lines = diffLines(plan).map((line) => {
    if (line.startsWith('@@')) return paint('cyan', line);
    if (/^(---|\+\+\+) /.test(line)) return paint('bold', line);
    return line.startsWith('-')
      ? paint('red', line)
      : line.startsWith('+')
        ? paint('green', line)
        : line;
  });
  const files = counted(plan.files.length, 'file');
  writeLines(context, lines);
  context.stderr.write(
    plan.cards === 0
      ? 'Nothing would be changed.\n'
      : `${counted(plan.cards, 'card')} would change in ${files}; nothing was written.\n`,
  );
}

/** The same for programs. */
export function changeJson(plan: ChangePlan): object {
  return {
    changed: plan.cards,
    files: plan.files.map((file) => ({
      file: file.path,
      diff: diffLines({ files: [file] }).join('\n'),
    })),
  };
}
