import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from './load-source.mjs';

/*
 * Counts the formulas of which LaTeX is left on the screen, in the bundled decks and in the
 * question lists of ../shared/lists: `node scripts/measure-maths.mjs [--show]`.
 */
const ROOT = join(import.meta.dirname, '..');
const FOLDERS = [join(ROOT, 'decks'), join(ROOT, '..', 'shared', 'lists', 'files')];
const WIDTH = 76;
const COMMAND = /\\[A-Za-z]+/g;

const work = mkdtempSync(join(tmpdir(), 'viva-maths-'));
try {
  const source = await loadSource(work, {
    parseMarkdown: 'src/markdown/parse.ts',
    mathsToUnicode: 'src/tui/markdown/maths/maths.ts',
    mathsBlockLines: 'src/tui/markdown/maths/block.ts',
  });
  for (const folder of FOLDERS.filter(existsSync)) measure(folder, source);
} finally {
  rmSync(work, { recursive: true });
}

function measure(folder, source) {
  const formulas = filesOf(folder).flatMap((file) =>
    formulasOf(source.parseMarkdown(readFileSync(file, 'utf8')), source),
  );
  const raw = formulas.filter(({ shown }) => shown.match(COMMAND) !== null);
  process.stdout.write(
    `${folder.slice(ROOT.length + 1)}: ${formulas.length} formulas, ${raw.length} with LaTeX left\n`,
  );
  if (!process.argv.includes('--show')) return;
  for (const { latex, shown } of raw) process.stdout.write(`${latex}\n  ${shown}\n`);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

function formulasOf(tokens, source) {
  return tokens.flatMap(({ type, content, children }) => {
    if (type === 'maths_block') {
      const lines = source.mathsBlockLines(content, {
        width: WIDTH,
        colors: false,
        hyperlinks: false,
      });
      return [
        {
          latex: content,
          shown: lines.map((line) => line.map(({ text }) => text).join('')).join('\n'),
        },
      ];
    }
    if (type === 'maths') return [{ latex: content, shown: source.mathsToUnicode(content) }];
    return children === null ? [] : formulasOf(children, source);
  });
}
