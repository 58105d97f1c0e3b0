import type { Pixels } from './png.js';

/** Steps of each colour: six of red, green and blue make the 216 of the web. */
const STEPS = 6;

/**
 * Returns a picture as sixels of a size in pixels (DEC's manual of the VT340): what is see-through
 * stays as the screen is.
 */
export function sixelsOf(picture: Pixels, width: number, height: number): string {
  const colors = quantised(picture, width, height);
  const used = [...new Set(colors)].filter((color) => color >= 0).sort((a, b) => a - b);
  const palette = used.map((color) => `#${color};2;${percents(color).join(';')}`).join('');
  const bands: string[] = [];
  for (let top = 0; top < height; top += 6) bands.push(band(colors, top, width, height));
  return `\u001bP0;1q"1;1;${width};${height}${palette}${bands.join('-')}\u001b\\`;
}

/** The colour of each pixel of the smaller picture; -1 for none. */
function quantised({ width, height, data }: Pixels, toWidth: number, toHeight: number): Int16Array {
  const colors = new Int16Array(toWidth * toHeight);
  const step = (value: number) => Math.round((value * (STEPS - 1)) / 255);
  for (let y = 0; y < toHeight; y++) {
    const row = Math.floor((y * height) / toHeight) * width;
    for (let x = 0; x < toWidth; x++) {
      const at = 4 * (row + Math.floor((x * width) / toWidth));
      const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(at, at + 4);
      colors[y * toWidth + x] =
        opacity < 128 ? -1 : step(red) * STEPS * STEPS + step(green) * STEPS + step(blue);
    }
  }
  return colors;
}

function percents(color: number): number[] {
  const parts = [
    Math.floor(color / STEPS / STEPS),
    Math.floor(color / STEPS) % STEPS,
    color % STEPS,
  ];
  return parts.map((part) => Math.round((part * 100) / (STEPS - 1)));
}

/** Six rows of pixels, a line for each colour in them. */
function band(colors: Int16Array, top: number, width: number, height: number): string {
  const lines = new Map<number, Uint8Array>();
  for (let row = 0; row < Math.min(6, height - top); row++) {
    for (let x = 0; x < width; x++) {
      const color = colors[(top + row) * width + x] ?? -1;
      if (color < 0) continue;
      const line = lines.get(color) ?? new Uint8Array(width);
      line[x] = (line[x] ?? 0) | (1 << row);
      lines.set(color, line);
    }
  }
  return [...lines].map(([color, line]) => `#${color}${runs(line)}`).join('$');
}

function runs(line: Uint8Array): string {
  let text = '';
  for (let from = 0; from < line.length; ) {
    let to = from + 1;
    while (to < line.length && line[to] === line[from]) to++;
    const character = String.fromCharCode(63 + (line[from] ?? 0));
    text += to - from > 3 ? `!${to - from}${character}` : character.repeat(to - from);
    from = to;
  }
  return text;
}
