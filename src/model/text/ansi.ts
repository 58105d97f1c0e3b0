/** Every style of the terminal (SGR), with the code that sets it and the one that ends it. */
export const ANSI = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  inverse: [7, 27],
  strike: [9, 29],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
  grey: [90, 39],
} as const;

/** Ends every style. */
export const RESET_STYLE = '\u001b[0m';

/** Goes back to the start of the line and clears it. */
export const CLEAR_LINE = '\r\u001b[2K';

export type Style = keyof typeof ANSI;

/** Returns text in a style, or as it is without colours. */
export function styled(text: string, style: Style, colors: boolean): string {
  if (!colors || text === '') return text;
  const [on, off] = ANSI[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

/** Paints text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Returns the painter for an output with or without colours. */
export function painter(colors: boolean): Paint {
  return (style, text) => styled(text, style, colors);
}
