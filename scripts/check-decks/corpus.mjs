/** The user's own collection, which gives the syllabus and must not be copied from. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readModule } from './module-text.mjs';
import { wordsOf } from './prose.mjs';

/** Length of the word runs in the index: no shorter sentence counts as copied. */
export const RUN = 8;

/** Loads the corpus; undefined where there is none. */
export function loadCorpus(file) {
  if (!file || !existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const modules = loadModules(join(dirname(file), 'modules'));
  return { ...indexRuns(wordsOf(text)), modules, titles: titlesOf(text, modules) };
}

function loadModules(folder) {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return new Map(
    names.map((name) => [
      basename(name),
      readModule(name, readFileSync(join(folder, name), 'utf8')),
    ]),
  );
}

/** Titles from the modules, and from the collection where its damage left them readable. */
function titlesOf(text, modules) {
  const fromText = [...text.matchAll(/(?<![a-z])title: "([\x20-\x7e]*?)"/g)].map(
    (found) => found[1],
  );
  return [
    ...fromText,
    ...[...modules.values()].map(({ frontMatter }) => frontMatter.title?.value).filter(Boolean),
  ];
}

/** Words as small numbers, and every run of eight of them with its places. */
function indexRuns(words) {
  const runs = new Map();
  for (let index = 0; index + RUN <= words.length; index += 1) {
    const key = words.slice(index, index + RUN).join(' ');
    const places = runs.get(key);
    if (places) places.push(index);
    else runs.set(key, [index]);
  }
  return { words, runs };
}

/** How many words from `start` on occur in the corpus one after another; 0 for fewer than eight. */
export function sharedRun(corpus, words, start) {
  const places = corpus.runs.get(words.slice(start, start + RUN).join(' ')) ?? [];
  return Math.max(0, ...places.map((place) => extent(corpus.words, place, words, start)));
}

function extent(theirs, place, ours, start) {
  let length = RUN;
  while (start + length < ours.length && theirs[place + length] === ours[start + length])
    length += 1;
  return length;
}
