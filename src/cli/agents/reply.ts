import type { CallToolResult } from '@modelcontextprotocol/server';
import { visibleText } from '../../model/text/visible.js';
import { asVivaError } from '../contract/errors.js';

/**
 * Returns what a tool answers: an object, and the same as text for clients that know no other.
 * Texts of decks come without anything that could act on the terminal of whoever shows them.
 */
function reply(found: object): CallToolResult {
  const safe = safeCopy(found) as Record<string, unknown>;
  return {
    content: [{ type: 'text', text: JSON.stringify(safe) }],
    structuredContent: safe,
  };
}

/** Does a tool's work; what goes wrong is answered in a sentence, and the server goes on. */
export async function answering(work: () => Promise<object> | object): Promise<CallToolResult> {
  try {
    return reply(await work());
  } catch (thrown) {
    const { code, message, hint } = asVivaError(thrown);
    const error = safeCopy({ code, message, hint });
    return {
      isError: true,
      content: [{ type: 'text', text: JSON.stringify({ error }) }],
    };
  }
}

function safeCopy(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map(safeCopy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, safeCopy(each)]));
}
