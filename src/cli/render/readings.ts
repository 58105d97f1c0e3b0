import { basename, relative } from 'node:path';
import type { FileReading, ImportReport } from '../../app/import/report.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { truncate } from '../../tui/components/text.js';
import { renderTable } from './table.js';

/** More files than this are counted, not listed; `--json` gives all. */
const MAX_FILES = 40;
const OWN_FORMAT = 'module';

/**
 * Says of each file what it was read as and why, what came of it and what was
 * left out; nothing where every file is in viva's own format. No line is wider
 * than `width` columns.
 */
export function readingLines({ readings }: ImportReport, width: number): string[] {
  if (readings.every(({ shape }) => shape === OWN_FORMAT)) return [];
  const read = readings.filter(({ shape }) => shape !== null);
  // What was passed over comes last.
  const ordered = [...read, ...readings.filter(({ shape }) => shape === null)];
  const shown = ordered.slice(0, MAX_FILES);
  const name = namer(readings);
  return [
    ...readLines(shown.slice(0, read.length), name, width),
    ...shown.slice(read.length).map((reading) => passedLine(reading, name(reading), width)),
    ...restLine(ordered.slice(MAX_FILES)),
  ];
}

type Namer = (reading: FileReading) => string;

/** A row and the reason for each file. */
function readLines(readings: readonly FileReading[], name: Namer, width: number): string[] {
  if (readings.length === 0) return [];
  const table = renderTable(
    [
      { title: 'read as' },
      { title: 'cards', align: 'right' },
      { title: 'empty', align: 'right' },
      { title: 'file', flexible: true },
    ],
    readings.map((reading) => [
      reading.shape ?? '',
      String(reading.cards),
      String(reading.empty),
      visibleLine(name(reading)),
    ]),
    width - 2,
  );
  const [titles = '', ...rows] = table.split('\n');
  const lines = rows.flatMap((row, index) => [
    `  ${row}`,
    `      ${truncate(visibleLine(readings[index]?.why ?? ''), width - 6)}`,
  ]);
  return [`  ${titles}`, ...lines];
}

/** All of it on one line: of a long path its end. */
function passedLine(reading: FileReading, name: string, width: number): string {
  const most = Math.floor(width / 3);
  const path = visibleLine(name.length > most ? `…${name.slice(1 - most)}` : name);
  const place = reading.nearest === null ? path : `${path}:${reading.line}`;
  return truncate(`  passed over  ${place}: ${visibleLine(whyPassed(reading))}`, width);
}

function restLine(rest: readonly FileReading[]): string[] {
  if (rest.length === 0) return [];
  const cards = rest.reduce((sum, reading) => sum + reading.cards, 0);
  return [
    `  … and ${counted(rest.length, 'more file')} with ${counted(cards, 'card')}; --json lists all`,
  ];
}

function whyPassed({ why, nearest, bare }: FileReading): string {
  if (bare > 0) return `${counted(bare, 'question')} without answers: --questions-only`;
  if (nearest === null) return 'no questions found';
  return `no questions found: closest was ${nearest} (${why})`;
}

/** A file's path from the folder that all of them are in. */
function namer(readings: readonly FileReading[]): Namer {
  const folders = readings.map(({ file }) => file.split('/').slice(0, -1));
  const shared = folders.reduce((common, folder) => {
    const differs = common.findIndex((part, index) => folder[index] !== part);
    return differs < 0 ? common : common.slice(0, differs);
  }, folders[0] ?? []);
  const root = shared.join('/');
  return ({ file }) => relative(root, file) || basename(file);
}
