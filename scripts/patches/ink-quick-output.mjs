/**
 * Puts a frame together from Ink's operations line by line. Ink makes an object of every cell of
 * the screen, several megabytes a frame, so that texts may overlap and be cut off; viva's fit. Returns
 * null for frames in which one does not: Ink is to make those.
 *
 * Takes Ink's `Output` (ink/build/output.js): `operations`, `height`, `caches`.
 */
export function quickFrame({ operations, height, caches }) {
  const lines = new Array(height).fill('');
  const ends = new Array(height).fill(0);
  const clips = [];
  for (const operation of operations) {
    if (operation.type === 'clip') clips.push(operation.clip);
    else if (operation.type === 'unclip') clips.pop();
    else if (!write(operation, clips.at(-1), caches, lines, ends)) return null;
  }
  return { output: lines.map((line) => line.trimEnd()).join('\n'), height };
}

/** Adds a text to its lines; false where it does not fit. */
function write({ x, y, text, transformers }, clip, caches, lines, ends) {
  const texts = text.split('\n');
  if (y < (clip?.y1 ?? 0) || y + texts.length > (clip?.y2 ?? Number.POSITIVE_INFINITY))
    return false;
  for (const [index, plain] of texts.entries()) {
    const at = y + index;
    if (lines[at] === undefined) continue;
    const end = x + caches.getStringWidth(plain);
    if (x < Math.max(ends[at], clip?.x1 ?? 0) || end > (clip?.x2 ?? Number.POSITIVE_INFINITY)) {
      return false;
    }
    const line = transformers.reduce((styled, transform) => transform(styled, index), plain);
    lines[at] += ' '.repeat(x - ends[at]) + line;
    ends[at] = x + caches.getStringWidth(line);
  }
  return true;
}
