import { drawnInAscii } from '../../../model/text/ascii-drawing.js';
import { jsonText } from '../../../model/text/json.js';
import { visibleButStyles } from '../../../model/text/visible.js';
import { wrapLine } from '../../../tui/components/wrap-line.js';
import type { Context } from '../../contract/context.js';

/** Columns of what is read line by line. */
export const TEXT_WIDTH = 80;

/** Writes a command's result for programs: one JSON object, `version` first. */
export function writeJson(context: Context, body: object): void {
  context.stdout.write(`${jsonText({ version: 1, ...body })}\n`);
}

/** Writes lines for a person. Nothing but styles gets through, should a part not be checked. */
export function writeLines(context: Context, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const text = visibleButStyles(lines.join('\n'));
  context.stdout.write(`${context.ascii() ? drawnInAscii(text) : text}\n`);
}

/** Writes sentences line by line, broken between words. */
export function writeSentences(context: Context, sentences: readonly string[]): void {
  const width = Math.min(TEXT_WIDTH, context.stdout.columns);
  writeLines(
    context,
    sentences.flatMap((line) => wrapLine(line, width)),
  );
}
