/** Characters of a piece: large enough that writing costs little, small enough to hold. */
const PIECE_LENGTH = 1 << 16;

/** Joins short texts into pieces worth writing. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
