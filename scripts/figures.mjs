#!/usr/bin/env node
/**
 * Lists the figures of the bundled decks by what they are said of, where they differ:
 *
 *   npm run figures [-- [--all] [WORD…]]
 *
 * Groups come first whose values different cards say in like words. Those in which no two are said
 * so are left out without --all; words choose subjects and units by their names.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresIn } from './figures/figures-in.mjs';
import { differingGroups, isSuspicious } from './figures/groups.mjs';
import { sentencesOf } from './figures/sentences.mjs';
import { loadSource } from './load-source.mjs';

const DECKS = join(import.meta.dirname, '..', 'decks');
const SHOWN = 150;

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const figures = await readFigures();
const groups = differingGroups(figures).filter(isWanted);
for (const group of groups) process.stdout.write(`${groupLines(group).join('\n')}\n\n`);
process.stdout.write(`${figures.length} figures; ${groups.length} groups that differ\n`);

async function readFigures() {
  const work = mkdtempSync(join(tmpdir(), 'viva-figures-'));
  try {
    const { parseDeckFile } = await loadSource(work, { parseDeckFile: 'src/deck/parse/file.ts' });
    const names = readdirSync(DECKS, { recursive: true }).filter((name) => name.endsWith('.md'));
    return names.toSorted().flatMap((name) => figuresOfFile(name, parseDeckFile));
  } finally {
    rmSync(work, { recursive: true });
  }
}

function figuresOfFile(name, parseDeckFile) {
  const source = readFileSync(join(DECKS, name), 'utf8');
  return parseDeckFile(name, source).modules.flatMap((module) =>
    sentencesOf(module, source).flatMap(({ card, line, text, before }) =>
      figuresIn(text, before).map((figure) => ({ ...figure, name, card, line, sentence: text })),
    ),
  );
}

function isWanted(group) {
  const title = `${group.subject} ${group.unit}`.toLowerCase();
  if (!positionals.every((word) => title.includes(word.toLowerCase()))) return false;
  return values.all || isSuspicious(group);
}

function groupLines({ subject, unit, values: found }) {
  const places = found.flatMap(({ figures: all }) => [
    `  ${[...new Set(all.map(({ text }) => text.trim()))].join(', ')}`,
    ...all.map(placeOf),
  ]);
  return [`${subject}: ${unit}`, ...places];
}

function placeOf({ name, line, card, sentence, offset }) {
  const from = Math.max(0, offset - SHOWN / 2);
  return `    ${name}:${line} (${card.slice(0, 60)})\n      … ${sentence.slice(from, from + SHOWN)}`;
}
