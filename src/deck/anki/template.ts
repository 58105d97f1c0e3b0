import { clozeSide } from './cloze.js';

/** What a template of Anki is filled in with. */
export interface Filling {
  /** HTML of the fields by their names. */
  readonly fields: ReadonlyMap<string, string>;
  /** Number of the gap asked for; null where the note type has none. */
  readonly gap: number | null;
  readonly side: 'question' | 'answer';
}

const TAG = /\{\{\s*([#^/]?)\s*([^{}]{1,300}?)\s*\}\}/g;
/** A template can name a field many times; a card is never so long. */
const MAX_CHARACTERS = 1_000_000;

/** Fills in a template: fields, and parts that show only with a field or without it. */
export function fillTemplate(template: string, filling: Filling): string {
  const conditions: boolean[] = [];
  let output = '';
  let at = 0;
  const isShown = () => conditions.every(Boolean);
  for (const { 0: whole, 1: sign = '', 2: name = '', index } of template.matchAll(TAG)) {
    if (isShown()) output += template.slice(at, index);
    at = index + whole.length;
    if (sign === '/') conditions.pop();
    else if (sign !== '') conditions.push(hasText(name, filling) === (sign === '#'));
    else if (isShown()) output += fieldText(name, filling);
    if (output.length > MAX_CHARACTERS) return output.slice(0, MAX_CHARACTERS);
  }
  return isShown() ? output + template.slice(at) : output;
}

// `{{#c1}}` shows with the card of the first gap.
function hasText(name: string, { fields, gap }: Filling): boolean {
  const value = fields.get(name);
  if (value === undefined) return gap !== null && name === `c${gap}`;
  return value.includes('<img') || value.replaceAll(/<[^>]*>|&nbsp;|\s/g, '') !== '';
}

// `{{filter:filter:Field}}`. What stands in for sound or typing on the question gives nothing.
function fieldText(tag: string, { fields, gap, side }: Filling): string {
  const filters = tag.split(':');
  const value = fields.get(filters.pop()?.trim() ?? '') ?? '';
  if (filters.includes('type') && side === 'question') return '';
  if (filters.some((filter) => filter.startsWith('tts'))) return '';
  if (gap !== null && filters.includes('cloze')) return clozeSide(value, gap, side) ?? '';
  return value;
}
