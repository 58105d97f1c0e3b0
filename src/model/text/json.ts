import { unsafeOrFlood } from './visible.js';

/**
 * Returns a value as JSON that can be looked at in a terminal: characters that
 * would steer it are escaped, so the value is the same and nothing acts.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(unsafeOrFlood(), escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => unitEscape(character, at)).join('');
}

function unitEscape(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
}
