import stringWidth from 'string-width';
import type { Paint, Style } from '../../model/text/ansi.js';
import { truncate } from './text.js';

/** A run of a line with its styles, the outermost first. */
export type StyledPiece = readonly [text: string, ...styles: Style[]];

/** Returns a line of pieces, at most so many columns wide, with `…` where something is missing. */
export function styledLine(pieces: readonly StyledPiece[], width: number, paint: Paint): string {
  return painted(fitted(pieces, width), paint);
}

/** Returns a row with a blank at each side: what stands right is whole, what stands left has the rest. */
export function rowLine(
  left: readonly StyledPiece[],
  right: readonly StyledPiece[],
  width: number,
  paint: Paint,
): string {
  const room = width - 2 - widthOf(right);
  const kept = fitted(left, room - 1);
  const gap = ' '.repeat(Math.max(0, room - widthOf(kept)));
  return ` ${painted(kept, paint)}${gap}${painted(right, paint)}`;
}

function painted(pieces: readonly StyledPiece[], paint: Paint): string {
  return pieces
    .map(([text, ...styles]) => styles.reduceRight((line, style) => paint(style, line), text))
    .join('');
}

function widthOf(pieces: readonly StyledPiece[]): number {
  return stringWidth(pieces.map(([text]) => text).join(''));
}

function fitted(pieces: readonly StyledPiece[], width: number): readonly StyledPiece[] {
  if (widthOf(pieces) <= width) return pieces;
  const kept: StyledPiece[] = [];
  let room = width;
  for (const [text, ...styles] of pieces) {
    const columns = stringWidth(text);
    const isCut = columns >= room - 1;
    // The blanks stand for what follows: where there is no room but for the ellipsis, it is put here.
    if (room > 0) kept.push([isCut ? truncate(`${text}  `, room) : text, ...styles]);
    room -= columns;
    if (isCut) break;
  }
  return kept;
}
