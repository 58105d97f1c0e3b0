import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from './load-source.mjs';

/*
 * Measures how the question lists of ../shared/lists are read, each repository
 * by itself: `node scripts/measure-lists.mjs [NAME] [--show N] [--why] [--json]`.
 */
const LISTS = join(import.meta.dirname, '..', '..', 'shared', 'lists');
/** Lists of bare questions, which a person must ask for. */
const BARE = new Set(['h5bp']);

const args = process.argv.slice(2);
const given = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
const show = given('--show');
const only = args.find((each) => !each.startsWith('--') && each !== show) ?? '';

if (!existsSync(LISTS)) {
  process.stdout.write('There is no ../shared/lists: nothing to measure.\n');
  process.exit(0);
}
const work = mkdtempSync(join(tmpdir(), 'viva-lists-'));
try {
  const source = await loadSource(work, {
    sortSources: 'src/app/import/sources.ts',
    findModuleFiles: 'src/platform/files.ts',
    readBytes: 'src/platform/files.ts',
    kindOf: 'src/platform/files.ts',
    hashBytes: 'src/platform/files.ts',
  });
  const scores = [];
  for (const name of readdirSync(join(LISTS, 'truth'))) {
    if (name.includes(only)) scores.push(measure(name, source));
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(scores)}\n`);
} finally {
  rmSync(work, { recursive: true });
}

function measure(name, { sortSources, ...files }) {
  const truthFile = join(LISTS, 'truth', name);
  const { repo } = JSON.parse(readFileSync(truthFile, 'utf8'));
  const path = join(LISTS, 'files', repo.replace('/', '+'));
  const choice = { shape: null, questionsOnly: BARE.has(name.replace('.json', '')) };
  const began = performance.now();
  const { changed } = sortSources({ kind: 'path', path }, [], files, { choice });
  const ms = Math.round(performance.now() - began);
  const records = changed.flatMap(({ record, read }) => {
    if (args.includes('--why')) tell(record.path.slice(path.length + 1), read);
    return read.modules.flatMap((module, index) => recordsOf(record.path, module, index));
  });
  const exported = join(work, 'export.jsonl');
  writeFileSync(exported, `${records.map((each) => JSON.stringify(each)).join('\n')}\n`);
  const shown = show === undefined ? [] : ['--show', show];
  const command = [join(LISTS, 'score.py'), truthFile, exported, ...shown];
  if (args.includes('--json')) {
    const { stdout } = spawnSync('python3', [...command, '--json'], { encoding: 'utf8' });
    return scoreOf(repo, JSON.parse(stdout));
  }
  const { stdout, stderr } = spawnSync('python3', command, { encoding: 'utf8' });
  process.stdout.write(`${stdout}${stderr}  read in    ${ms} ms\n`);
}

/** Shares of what the score counts; 1 where there is nothing to count. */
function scoreOf(repository, counts) {
  const of = (part, whole) => (whole ? part / whole : 1);
  const { full = 0, cards = 0, extra = 0, bounds = 0, marked = 0, stars = 0, empty = 0 } = counts;
  const exact = counts['full exact'] ?? 0;
  const found = exact + (counts['full head'] ?? 0) + (counts['full near'] ?? 0);
  return {
    repository,
    recall: of(exact, full),
    precision: of(cards - extra, cards),
    bounds: of(bounds, found),
    difficulty: of(stars, marked),
    empties: of(counts['empty flagged'] ?? 0, empty),
  };
}

function recordsOf(file, module, index) {
  const key = `${file} ${index}`;
  const cards = module.cards.map(({ line, question, answer, stars, defects }) => ({
    type: 'card',
    module: key,
    line,
    question,
    answer,
    stars,
    defects,
  }));
  return [{ type: 'module', key, file }, ...cards];
}

function tell(file, { reading, modules }) {
  const titles = modules.map(({ part, title }) => `${part} > ${title}`).slice(0, 3);
  const shape = reading?.shape ?? `none, nearest ${reading?.nearest}`;
  process.stdout.write(`${file}: ${shape} (${reading?.why}) ${titles.join('; ')}\n`);
}
