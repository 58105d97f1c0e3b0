import { drawnInAscii } from '../../../model/text/ascii-drawing.js';
import { jsonText } from '../../../model/text/json-text.js';
import { visibleButStyles } from '../../../model/text/visible-text.js';
import type { Context } from '../../contract/context.js';

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
