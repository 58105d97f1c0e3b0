import stringWidth from 'string-width';
import { styled } from '../../model/text/ansi.js';
import { graphemeSegmenter } from '../../model/text/graphemes.js';
import type { EditedText } from '../components/edit-text.js';
import { oneLine, truncate } from '../components/text.js';
import type { Completing } from './state.js';

/** A line being written, with its cursor in sight, in so many columns. */
export function writtenLine(
  label: string,
  { text, cursor }: EditedText,
  width: number,
  colors: boolean,
): string {
  const head = ` ${label}`;
  const room = Math.max(4, width - stringWidth(head) - 1);
  const [under = ' '] = Array.from(
    graphemeSegmenter().segment(text.slice(cursor)),
    (each) => each.segment,
  );
  const before = lastColumns(safe(text.slice(0, cursor)), room - 2);
  const mark = colors ? styled(safe(under), 'inverse', true) : '█';
  const rest = safe(
    colors ? text.slice(cursor + (cursor < text.length ? under.length : 0)) : text.slice(cursor),
  );
  const left = room - stringWidth(before) - 2;
  return `${head}${before}${mark}${truncate(rest, Math.max(1, left))}`;
}

/** Like `oneLine`, with the blanks at both ends. */
function safe(text: string): string {
  return /^ *$/.test(text)
    ? text
    : text.replace(/^( *)(.*?)( *)$/s, (_, a, b, c) => a + oneLine(b) + c);
}

function lastColumns(text: string, width: number): string {
  let kept = text;
  while (stringWidth(kept) > width)
    kept = kept.slice([...graphemeSegmenter().segment(kept)][0]?.segment.length);
  return kept;
}

/** What could stand at the cursor, the word that does in inverse; in so many columns. */
export function wordsLine(
  words: readonly string[],
  completing: Completing | null,
  width: number,
  colors: boolean,
): string {
  const shown = completing?.words ?? words;
  const at = completing?.at ?? -1;
  let line = '';
  let used = 1;
  // The one chosen is in sight, whatever stands before it.
  for (const [place, word] of [...shown.entries()].slice(Math.max(0, at - 2))) {
    const text = truncate(oneLine(word), width - 4);
    if (used + stringWidth(text) + 2 > width - 2) return ` ${line}…`;
    used += stringWidth(text) + 2;
    line += `${paintedWord(text, place === at, colors)}  `;
  }
  return ` ${line}`.trimEnd();
}

function paintedWord(text: string, isChosen: boolean, colors: boolean): string {
  if (!isChosen) return styled(text, 'dim', colors);
  return colors ? styled(text, 'inverse', true) : `[${text}]`;
}
