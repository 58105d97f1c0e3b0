import type { Context } from './context.js';

/** Writes a command's result for programs: one JSON object, `version` first. */
export function writeJson(context: Context, body: object): void {
  context.stdout.write(`${JSON.stringify({ version: 1, ...body })}\n`);
}

/** Writes lines for a person. */
export function writeLines(context: Context, lines: readonly string[]): void {
  if (lines.length > 0) context.stdout.write(`${lines.join('\n')}\n`);
}
