import type { Key } from 'ink';

export type TypingOutcome =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'submitted'; readonly text: string }
  | { readonly kind: 'cancelled' };

const segmenter = new Intl.Segmenter();

/** Returns what a key makes of the answer being typed. */
export function typeKey(text: string, input: string, key: Key): TypingOutcome {
  if (key.escape || (key.ctrl && input === 'c')) return { kind: 'cancelled' };
  if (key.return) return { kind: 'submitted', text };
  if (key.backspace || key.delete) return { kind: 'typed', text: withoutLast(text) };
  if (key.ctrl && input === 'u') return { kind: 'typed', text: '' };
  if (key.ctrl && input === 'w') return { kind: 'typed', text: text.replace(/\S*\s*$/, '') };
  if (key.ctrl || key.meta) return { kind: 'typed', text };
  return typedOrPasted(text, input);
}

// Keys struck fast arrive together, an Enter or a Backspace among them, as pasted lines do.
function typedOrPasted(text: string, input: string): TypingOutcome {
  const end = /[\r\n]$/.test(input);
  let all = text;
  for (const { segment } of segmenter.segment(input.replace(/[\r\n]+$/, ''))) {
    all = /^[\u007f\b]$/.test(segment)
      ? withoutLast(all)
      : all + segment.replace(/^[\r\n\t]+$/, ' ');
  }
  return end ? { kind: 'submitted', text: all } : { kind: 'typed', text: all };
}

/** Adds a paste to an answer being typed: its lines stay, and none of them ends the typing. */
export function withPaste(text: string, pasted: string): string {
  const lines = pasted.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ');
  return text + lines.replace(/\n+$/, '').replaceAll(/[^\P{Cc}\n]/gu, '');
}

function withoutLast(text: string): string {
  const segments = [...segmenter.segment(text)];
  return text.slice(0, segments.at(-1)?.index ?? 0);
}
