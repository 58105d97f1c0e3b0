// The results in a page of Markdown, a section for each major version of Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { growthRows, resultRows } from './table.mjs';

/** Puts the tables between the marks of this Node's version, in place of those of the run before. */
export function writeToPage(path, run) {
  const page = readFileSync(path, 'utf8');
  const major = Number.parseInt(run.node.slice(1), 10);
  writeFileSync(path, withSection(page, `node-${major}`, sectionOf(run)));
}

/** Returns the page with a section's text; throws where the page has no such marks. */
export function withSection(page, name, text) {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- /bench ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} before a ${end}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

function sectionOf({ node, cpu, cpus, load, size, rounds, results, growth }) {
  const day = new Date().toISOString().slice(0, 10);
  const head = `${day}: Node ${node.slice(1)}, ${cpus} cores (${cpu}), load ${load.toFixed(1)} at the beginning, ${size.toLocaleString('en')} cards, ${rounds} rounds.`;
  const tables = [resultRows(results), ...(growth.length > 0 ? [growthRows(growth)] : [])];
  return [head, ...tables.map(markdown)].join('\n\n');
}

function markdown([head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
