import { clozeSide } from './cloze.js';

/** What a template of Anki is filled in with. */
export interface Filling {
  /** HTML of the fields by their names. */
  readonly fields: ReadonlyMap<string, string>;
  /** Number of the gap asked for; null where the note type has none. */
  readonly gap: number | null;
  readonly side: 'question' | 'answer';
}

/** A field that a template hides until it is asked for. */
export interface Hint {
  readonly name: string;
  readonly html: string;
}

const TAG = /\{\{\s*([#^/]?)\s*([^{}]{1,300}?)\s*\}\}/g;
/** The other signs that Anki knows, and the line that asks for them at the start of a template. */
const OTHER_TAG = /<%\s*([#^/]?)\s*([^<>%]{1,300}?)\s*%>/g;
const OTHER_SIGNS = /^\s*\{\{=<% %>=\}\}/;
/** A template can name a field many times; a card is never so long. */
const MAX_CHARACTERS = 1_000_000;

/** Fills in a template: fields, and parts that show only with a field or without it. */
export function fillTemplate(template: string, filling: Filling): string {
  const { text, tag } = withoutSigns(template);
  const conditions: boolean[] = [];
  let output = '';
  let at = 0;
  const isShown = () => conditions.every(Boolean);
  for (const { 0: whole, 1: sign = '', 2: name = '', index } of text.matchAll(tag)) {
    if (isShown()) output += text.slice(at, index);
    at = index + whole.length;
    if (sign === '/') conditions.pop();
    else if (sign !== '') conditions.push(hasText(name, filling) === (sign === '#'));
    else if (isShown()) output += fieldText(name, filling);
    if (output.length > MAX_CHARACTERS) return output.slice(0, MAX_CHARACTERS);
  }
  return isShown() ? output + text.slice(at) : output;
}

/** Returns the fields that a template hides as hints, those with text. */
export function hintsOf(template: string, fields: Filling['fields']): Hint[] {
  const { text, tag } = withoutSigns(template);
  const names = Array.from(text.matchAll(tag), ([, , name = '']) => filtersOf(name))
    .filter(({ filters }) => filters.includes('hint'))
    .map(({ field }) => field);
  return [...new Set(names)].flatMap((name) => {
    const html = fields.get(name) ?? '';
    return isBlank(html) ? [] : [{ name, html }];
  });
}

function withoutSigns(template: string): { text: string; tag: RegExp } {
  const [signs] = OTHER_SIGNS.exec(template) ?? [];
  return signs === undefined
    ? { text: template, tag: TAG }
    : { text: template.slice(signs.length), tag: OTHER_TAG };
}

// `{{#c1}}` shows with the card of the first gap.
function hasText(name: string, { fields, gap }: Filling): boolean {
  const value = fields.get(name);
  return value === undefined ? gap !== null && name === `c${gap}` : !isBlank(value);
}

function isBlank(html: string): boolean {
  return !/<(?:img|svg)\b/.test(html) && html.replaceAll(/<[^>]*>|&nbsp;|\s/g, '') === '';
}

/** `{{filter:filter:Field}}`. */
function filtersOf(tag: string): { filters: readonly string[]; field: string } {
  const filters = tag.split(':').map((filter) => filter.trim());
  const field = filters.pop() ?? '';
  return { filters, field };
}

// What stands in for sound or typing on the question, or is hidden there, gives nothing.
function fieldText(tag: string, { fields, gap, side }: Filling): string {
  const { filters, field } = filtersOf(tag);
  const value = fields.get(field) ?? '';
  if (side === 'question' && filters.some((filter) => filter === 'type' || filter === 'hint')) {
    return '';
  }
  if (filters.some((filter) => filter.startsWith('tts'))) return '';
  if (gap !== null && filters.includes('cloze')) return clozeSide(value, gap, side) ?? '';
  return value;
}
