#!/usr/bin/env node
/**
 * Checks the bundled decks: arithmetic, code (which is run), shape, answers, repetition, copying.
 *
 *   node scripts/check-decks.mjs [--corpus FILE] [files or folders…]
 *
 * Prints `file:line severity code message` a finding and a summary; exits 1 on any error, 2 on wrong use.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkArithmetic } from './check-decks/arithmetic.mjs';
import { checkCode } from './check-decks/code-blocks.mjs';
import { checkCopying } from './check-decks/copying.mjs';
import { loadCorpus } from './check-decks/corpus.mjs';
import { findFiles } from './check-decks/files.mjs';
import { readModule } from './check-decks/module-text.mjs';
import { checkQuestions } from './check-decks/questions.mjs';
import { checkRepeats } from './check-decks/repeats.mjs';
import { runCode } from './check-decks/run-code.mjs';
import { checkShape } from './check-decks/shape.mjs';
import { checkSyllabus } from './check-decks/syllabus.mjs';

const DECKS = join(dirname(fileURLToPath(import.meta.url)), '..', 'decks');
// A collection of a user, where it lies beside the checkout.
const CORPUS = join(DECKS, '..', '..', 'shared', 'corpus', 'transformer-math-collection.txt');

/** Reads the command line; a wrong flag or a missing path ends the program with status 2. */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { corpus: { type: 'string' } },
      allowPositionals: true,
    });
    const paths = positionals.length > 0 ? positionals : [DECKS];
    const wanted = [...paths, ...(values.corpus ? [values.corpus] : [])];
    const missing = wanted.find((path) => !existsSync(path));
    if (missing) throw new Error(`no such file or folder: ${missing}`);
    return { paths, corpus: values.corpus ?? CORPUS };
  } catch (failure) {
    console.error(
      `check-decks: ${failure.message}\nusage: check-decks.mjs [--corpus FILE] [files or folders…]`,
    );
    process.exit(2);
  }
}

function readModules(paths) {
  return findFiles(paths).map((path) =>
    readModule(relative(process.cwd(), path) || path, readFileSync(path, 'utf8')),
  );
}

/** Titles that may be linked to: of the checked modules, of the bundled decks, of the corpus. */
function knownTitles(modules, corpus) {
  const bundled = existsSync(DECKS) ? readModules([DECKS]) : [];
  const own = [...modules, ...bundled].map(({ frontMatter }) => frontMatter.title?.value);
  return new Set([...own, ...(corpus?.titles ?? [])].filter(Boolean));
}

async function checkAll(modules, corpus) {
  const titles = knownTitles(modules, corpus);
  const arithmetic = modules.map(checkArithmetic);
  const code = await checkCode(modules);
  const run = await runCode(modules);
  const findings = [
    ...modules.flatMap((module) => [...checkShape(module, titles), ...checkQuestions(module)]),
    ...arithmetic.flatMap((result) => result.findings),
    ...code.findings,
    ...run.findings,
    ...checkRepeats(modules),
    ...(corpus
      ? modules.flatMap((module) => [
          ...checkSyllabus(module, corpus),
          ...checkCopying(module, corpus),
        ])
      : []),
  ];
  const total = (key) => arithmetic.reduce((sum, result) => sum + result[key], 0);
  return { findings, code, run, checked: total('checked'), skipped: total('skipped') };
}

function inReadingOrder(left, right) {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.line - right.line;
}

function summarise(modules, { findings, code, run, checked, skipped }) {
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const questions = modules.reduce((sum, module) => sum + module.questions.length, 0);
  const { python, script, json } = code.counts;
  return (
    `${modules.length} modules, ${questions} questions: ${count('error')} errors, ${count('warning')} warnings; ` +
    `checked ${checked} equations (${skipped} skipped), ${python} Python, ${script} TypeScript/JavaScript, ${json} JSON blocks; ` +
    `ran ${run.ran} of them with ${run.checks} check blocks`
  );
}

async function main() {
  const { paths, corpus: corpusFile } = readOptions();
  const modules = readModules(paths);
  const corpus = loadCorpus(corpusFile);
  const result = await checkAll(modules, corpus);
  for (const { path, line, severity, code, message } of result.findings.sort(inReadingOrder)) {
    console.log(`${path}:${line} ${severity} ${code} ${message}`);
  }
  for (const notice of [
    ...result.code.notices,
    ...result.run.notices,
    ...(corpus ? [] : ['no corpus: copying and syllabus not checked']),
  ])
    console.log(`note: ${notice}`);
  console.log(summarise(modules, result));
  process.exitCode = result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

await main();
