import { percent } from '../../model/text/figures.js';

/** A gap that is open while its text is read. */
interface Gap {
  readonly numbers: readonly number[];
  text: string;
}

const SIGN = /\{\{c([\d,]{1,20})::|\}\}/g;
/** Deeper gaps are read as part of the one around them. */
const MAX_DEPTH = 20;

/**
 * Returns a text with gaps, `{{c1::text::hint}}`, as one side of the card of a
 * gap: on the question side `[…]` or its hint stands for it, on the answer side
 * it is bold. Null where the text has no such gap.
 */
export function clozeSide(html: string, gap: number, side: 'question' | 'answer'): string | null {
  const root: Gap = { numbers: [], text: '' };
  const open = [root];
  let found = false;
  let at = 0;
  const take = (text: string) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  };
  for (const sign of html.matchAll(SIGN)) {
    take(html.slice(at, sign.index));
    at = sign.index + sign[0].length;
    if (sign[1] !== undefined && open.length < MAX_DEPTH) {
      open.push({ numbers: sign[1].split(',').map(Number), text: '' });
    } else if (sign[1] === undefined && open.length > 1) {
      const closed = open.pop() ?? root;
      const isAsked = closed.numbers.includes(gap);
      found ||= isAsked;
      take(gapText(closed.text, isAsked ? side : 'other', isWithinMaths(open)));
    } else {
      take(sign[0]);
    }
  }
  take(html.slice(at));
  // What was never closed is text.
  while (open.length > 1) take(open.pop()?.text ?? '');
  return found ? root.text : null;
}

/** A part of a picture that Anki covers: what is written of it is where it is. */
const MASK = /^\s*image-occlusion:/;
const MASK_PLACE = /:left=(0?\.\d{1,6}):top=(0?\.\d{1,6})/;

/** Where the part is that is asked for, as nothing here covers it. */
function maskText(text: string, side: 'question' | 'answer' | 'other'): string {
  if (side !== 'question') return '';
  const [, left, top] = MASK_PLACE.exec(text) ?? [];
  if (left === undefined || top === undefined) return '[…]';
  return `[… ${percent(Number(left))} from the left, ${percent(Number(top))} from the top]`;
}

function gapText(inner: string, side: 'question' | 'answer' | 'other', inMaths: boolean): string {
  if (MASK.test(inner)) return maskText(inner, side);
  const [text = '', hint = ''] = inner.split('::');
  if (side === 'question') return hint.trim() === '' ? '[…]' : `[${hint}]`;
  return side === 'answer' && !inMaths ? `<b>${text}</b>` : text;
}

// A tag within a formula would take it apart.
function isWithinMaths(open: readonly Gap[]): boolean {
  const text = open.map((gap) => gap.text.slice(-1000)).join('');
  const last = (sign: string) => text.lastIndexOf(sign);
  return last('\\(') > last('\\)') || last('\\[') > last('\\]');
}
