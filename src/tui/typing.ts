import type { Key } from 'ink';

export type TypingOutcome =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'submitted'; readonly text: string }
  | { readonly kind: 'cancelled' };

const segmenter = new Intl.Segmenter();

/** Gives what a key makes of the answer being typed. */
export function typeKey(text: string, input: string, key: Key): TypingOutcome {
  if (key.escape || (key.ctrl && input === 'c')) return { kind: 'cancelled' };
  if (key.return) return { kind: 'submitted', text };
  if (key.backspace || key.delete) return { kind: 'typed', text: withoutLast(text) };
  if (key.ctrl && input === 'u') return { kind: 'typed', text: '' };
  if (key.ctrl && input === 'w') return { kind: 'typed', text: text.replace(/\S*\s*$/, '') };
  if (key.ctrl || key.meta) return { kind: 'typed', text };
  return typedOrPasted(text, input);
}

// A line and the Enter after it, struck fast, arrive together, as pasted lines do.
function typedOrPasted(text: string, input: string): TypingOutcome {
  const all = (text + input).replaceAll(/[\r\n\t]+/g, ' ');
  return /[\r\n]$/.test(input)
    ? { kind: 'submitted', text: all.trimEnd() }
    : { kind: 'typed', text: all };
}

function withoutLast(text: string): string {
  const segments = [...segmenter.segment(text)];
  return text.slice(0, segments.at(-1)?.index ?? 0);
}
