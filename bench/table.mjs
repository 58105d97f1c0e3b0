// The results as tables for a person.

/** One line a measure: what it took, against what, and whether that is what was asked for. */
export function resultTable(results) {
  return table(resultRows(results));
}

/** The same as rows of cells, the head first. */
export function resultRows(results) {
  const rows = results.map((result) => [
    result.name,
    `${figure(result.value)} ${result.unit}${result.statistic === 'p99' ? ' (p99)' : ''}`,
    `${figure(result.p99)}`,
    result.limit === null ? '–' : `${figure(result.limit)} ${result.unit}`,
    ratioText(result),
    goalText(result),
    result.met === null ? '' : result.met ? 'met' : 'NOT MET',
  ]);
  return [['measure', 'taken', 'p99', 'limit', 'ratio', 'goal', ''], ...rows];
}

/** One line a measure: its median at each size, and the exponent of its growth. */
export function growthTable(growth) {
  return table(growthRows(growth));
}

/** The same as rows of cells, the head first. */
export function growthRows(growth) {
  const sizes = [...new Set(growth.flatMap(({ points }) => points.map(({ size }) => size)))];
  sizes.sort((a, b) => a - b);
  const rows = growth.map(({ name, unit, points, exponent }) => [
    name,
    ...sizes.map((size) => {
      const point = points.find((one) => one.size === size);
      return point === undefined ? '' : `${figure(point.cost)} ${unit}`;
    }),
    exponent === null ? '' : exponent.toFixed(2),
  ]);
  return [['growth with cards', ...sizes.map(sizeText), 'exponent'], ...rows];
}

function ratioText({ ratio, percent }) {
  if (ratio === null) return '–';
  return percent ? `${(ratio * 100).toFixed(1)} %` : `${ratio.toFixed(2)} ×`;
}

function goalText({ goal, ratio, percent, unit }) {
  if (goal === null) return '–';
  if (percent) return `≤ ${goal * 100} %`;
  return `≤ ${goal} ${ratio === null ? unit : '×'}`;
}

function sizeText(size) {
  if (size >= 1_000_000) return `${size / 1_000_000} M`;
  return size >= 1_000 ? `${size / 1_000} k` : `${size}`;
}

/** Three digits that count. */
function figure(value) {
  if (value >= 100) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toFixed(3);
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
