// Draws a screen's cells as an SVG picture.

const CELL_WIDTH = 8.4;
const CELL_HEIGHT = 18;
const PADDING = 14;
const BACKGROUND = '#14161b';
const FOREGROUND = '#d8dbe2';
const PALETTE = [
  '#2a2d35',
  '#f0717b',
  '#8fce7f',
  '#e8c46a',
  '#6fa8f0',
  '#c792ea',
  '#5fc9d0',
  '#d8dbe2',
  '#6b7180',
  '#ff8b94',
  '#a8e39a',
  '#ffdb8a',
  '#8fc0ff',
  '#dcb0ff',
  '#7fe3ea',
  '#ffffff',
];

/** Returns the picture of a screen; `title` is its text alternative. */
export function screenSvg(cells, title) {
  return pictureOf(cells, title, rowsOf(cells));
}

/**
 * Returns a picture that shows screens of one size one after the other, each as long as its `seconds`
 * say, for ever; the `still` one alone where the reader wants nothing to move.
 */
export function movingSvg(frames, title, still) {
  const total = frames.reduce((sum, { seconds }) => sum + seconds, 0);
  let from = 0;
  const rules = frames.map(({ seconds }, at) => {
    const [begin, end] = [from, from + seconds].map((time) => round((time / total) * 100));
    from += seconds;
    const steps = [
      ...(begin > 0 ? ['0%{visibility:hidden}'] : []),
      `${begin}%{visibility:visible}`,
      ...(end < 100 ? [`${end}%{visibility:hidden}`] : []),
    ];
    return `@keyframes f${at}{${steps.join('')}}.f${at}{animation-name:f${at}}`;
  });
  const style = `<style>.f{visibility:hidden;animation:${round(total)}s step-end infinite}${rules.join('')}@media(prefers-reduced-motion:reduce){.f{animation:none}.f${still}{visibility:visible}}</style>\n`;
  const screens = frames.map(({ cells }, at) => `<g class="f f${at}">\n${rowsOf(cells)}</g>\n`);
  return pictureOf(frames[0].cells, title, style + screens.join(''));
}

function rowsOf(cells) {
  return cells.map((row, at) => rowSvg(row, PADDING + at * CELL_HEIGHT)).join('');
}

function pictureOf(cells, title, drawn) {
  const columns = cells[0]?.length ?? 0;
  const width = Math.ceil(columns * CELL_WIDTH + 2 * PADDING);
  const height = cells.length * CELL_HEIGHT + 2 * PADDING;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">
<title>${escapeXml(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" xml:space="preserve">
${drawn}</g>
</svg>
`;
}

function rowSvg(row, y) {
  return runsOf(row.map(turned))
    .map(({ column, width, text, cell }) => {
      const x = PADDING + column * CELL_WIDTH;
      const box =
        cell.background === null
          ? ''
          : `<rect x="${round(x)}" y="${y}" width="${round(width * CELL_WIDTH)}" height="${CELL_HEIGHT}" fill="${color(cell.background)}"/>`;
      if (text.trim() === '') return box;
      return `${box}<text x="${round(x)}" y="${y + 13}" textLength="${round(width * CELL_WIDTH)}" lengthAdjust="spacingAndGlyphs"${styleOf(cell)}>${escapeXml(text)}</text>\n`;
    })
    .join('');
}

/** A cell with the colours that inverse video gives it. */
function turned(cell) {
  if (!cell.inverse) return cell;
  return { ...cell, color: cell.background ?? BACKGROUND, background: cell.color ?? FOREGROUND };
}

/** Puts neighbouring cells of one style together; wide characters stand alone. */
function runsOf(row) {
  const runs = [];
  row.forEach((cell, column) => {
    if (cell.width === 0) return;
    const last = runs.at(-1);
    if (last && cell.width === 1 && last.cell.width === 1 && sameStyle(last.cell, cell)) {
      last.text += cell.text;
      last.width += 1;
    } else {
      runs.push({ column, width: cell.width, text: cell.text, cell });
    }
  });
  return runs.map((run) => ({ ...run, ...trimRun(run) }));
}

// SVG folds blanks, so those at the ends are left out and those inside made unbreakable.
function trimRun({ text, width, cell, column }) {
  if (cell.width > 1) return {};
  if (cell.background !== null) return { text: text.replaceAll(' ', '\u00a0') };
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const trimmed = text.length - kept.length;
  return { text: kept.replaceAll(' ', '\u00a0'), column: column + start, width: width - trimmed };
}

function sameStyle(a, b) {
  return ['color', 'background', 'bold', 'dim', 'italic', 'underline', 'strike', 'inverse'].every(
    (key) => a[key] === b[key],
  );
}

function styleOf(cell) {
  const parts = [` fill="${cell.color === null ? FOREGROUND : color(cell.color)}"`];
  if (cell.bold) parts.push(' font-weight="700"');
  if (cell.italic) parts.push(' font-style="italic"');
  if (cell.dim) parts.push(' opacity="0.6"');
  if (cell.underline) parts.push(' text-decoration="underline"');
  if (cell.strike) parts.push(' text-decoration="line-through"');
  return parts.join('');
}

function color(value) {
  if (typeof value === 'string') return value;
  if (value < 16) return PALETTE[value];
  if (value >= 232) return grey(8 + (value - 232) * 10);
  const steps = [0, 95, 135, 175, 215, 255];
  const n = value - 16;
  return hex([steps[Math.floor(n / 36)], steps[Math.floor(n / 6) % 6], steps[n % 6]]);
}

const grey = (level) => hex([level, level, level]);
const hex = (parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const round = (value) => Math.round(value * 100) / 100;

function escapeXml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
