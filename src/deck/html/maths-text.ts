/** A stretch of a text: plain, or TeX. */
export interface TextPiece {
  readonly kind: 'text' | 'maths' | 'display' | 'sound';
  readonly text: string;
}

/** Longer formulas are text to viva's Markdown. */
const MAX_CHARACTERS = 990;

// MathJax as Anki writes it, Anki's older LaTeX, and sounds.
const PIECE =
  /\\\((.{1,1500}?)\\\)|\\\[(.{1,1500}?)\\\]|\[\$\](.{1,1500}?)\[\/\$\]|\[\$\$\](.{1,1500}?)\[\/\$\$\]|\[latex\](.{1,1500}?)\[\/latex\]|\[sound:([^\]\n]{1,300})\]/gis;

/** Parts a text of Anki into plain text, formulas and names of sounds. */
export function splitMaths(text: string): TextPiece[] {
  if (!/[[\\]/.test(text)) return [{ kind: 'text', text }];
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const found of text.matchAll(PIECE)) {
    const [whole, inline, display, oldInline, oldDisplay, latex, sound] = found;
    const piece: TextPiece =
      sound === undefined
        ? mathsPiece(
            inline ?? oldInline ?? latex ?? display ?? oldDisplay ?? '',
            display !== undefined || oldDisplay !== undefined,
          )
        : { kind: 'sound', text: sound };
    if (found.index > at) pieces.push({ kind: 'text', text: text.slice(at, found.index) });
    pieces.push(piece);
    at = found.index + whole.length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

/** Returns TeX as a piece, on one line; TeX too long for a formula comes as text. */
export function mathsPiece(source: string, display: boolean): TextPiece {
  const tex = source
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\$+([^$]*)\$+$/, '$1');
  if (tex === '' || tex.length > MAX_CHARACTERS || tex.includes('$$')) {
    return { kind: 'text', text: source };
  }
  return { kind: display ? 'display' : 'maths', text: tex };
}
