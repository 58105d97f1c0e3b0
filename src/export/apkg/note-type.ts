import type { AnkiNoteType } from '../../model/anki.js';
import { MARK_FIELD } from '../../model/text/mark.js';

/** Raised when fields or templates change; the same for every export, so that Anki keeps one. */
const NOTE_TYPE_ID = 1_764_460_800_001;

const COLORS: readonly (readonly [classes: string, light: string, dark: string])[] = [
  ['keyword, .hljs-literal, .hljs-selector-tag', '#8250df', '#d2a8ff'],
  ['string, .hljs-regexp, .hljs-addition', '#116329', '#7ee787'],
  ['comment, .hljs-meta, .hljs-quote', '#59636e', '#9198a1'],
  ['number, .hljs-symbol', '#953800', '#ffa657'],
  ['title, .hljs-section', '#0550ae', '#79c0ff'],
  ['built_in, .hljs-type, .hljs-attr, .hljs-attribute', '#0a6c74', '#56d4dd'],
  ['variable, .hljs-name, .hljs-deletion', '#cf222e', '#ff7b72'],
];

const CSS = `.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5;
  text-align: left; max-width: 46em; margin: 0 auto; padding: 0 1em; }
pre { background: #f6f8fa; padding: .75em; border-radius: 6px; overflow-x: auto; }
code { font-family: ui-monospace, monospace; font-size: .88em; }
table { border-collapse: collapse; }
th, td { border: 1px solid #d1d9e0; padding: .25em .6em; }
blockquote { margin-left: 0; padding-left: 1em; border-left: 3px solid #d1d9e0; }
.nightMode pre { background: #151b23; }
.nightMode th, .nightMode td, .nightMode blockquote { border-color: #3d444d; }
${COLORS.map(([names, light, dark]) => colorRule(names, light, dark)).join('\n')}
`;

function colorRule(names: string, light: string, dark: string): string {
  const night = `.hljs-${names}`.replaceAll('.hljs', '.nightMode .hljs');
  return `.hljs-${names} { color: ${light}; }\n${night} { color: ${dark}; }`;
}

/**
 * Returns the note type of notes with so many cards, one for a card of viva's own.
 * The last field, which no card shows, says what the texts were when viva wrote
 * them: what was changed since was changed in Anki.
 */
export function noteType(cards: number): AnkiNoteType {
  const numbers = Array.from({ length: cards }, (_, at) => (at === 0 ? '' : ` ${at + 1}`));
  return {
    id: NOTE_TYPE_ID + cards - 1,
    name: cards === 1 ? 'viva' : `viva (${cards} cards)`,
    cloze: false,
    css: CSS,
    fields: [...numbers.flatMap((n) => [`Question${n}`, `Answer${n}`]), MARK_FIELD],
    templates: numbers.map((n) => ({
      name: `Card${n}`,
      question: `{{Question${n}}}`,
      answer: `{{FrontSide}}\n\n<hr id=answer>\n\n{{Answer${n}}}`,
    })),
  };
}
