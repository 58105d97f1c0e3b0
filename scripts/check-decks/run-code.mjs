/**
 * Runs the self-contained Python, TypeScript and JavaScript of the decks, each block with the
 * check blocks that follow it, in a child without network and with limits.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { codeOf, isCheck, PYTHON, SCRIPT_LOADERS } from './code-languages.mjs';
import { error } from './finding.mjs';

/**
 * Linux can give a child a network of its own, with nothing in it, and its processes a world of their
 * own, which ends with the first of them.
 */
const ALONE = ['unshare', '--map-root-user', '--net', '--pid', '--fork', '--kill-child'];
const CAN_BE_ALONE = spawnSync(ALONE[0], [...ALONE.slice(1), 'true']).status === 0;
const NO_PYTHON = 'python3 is not installed';
const MAX_SECONDS = 60;
const MAX_MEGABYTES = 8192;
/** The largest file that a program may write, MB. */
const MAX_FILE_MEGABYTES = 64;
/** What a program may say before it is ended, characters. */
const MAX_OUTPUT = 1_000_000;

/**
 * Tells what a Python program needs and does not hold: modules that are not installed, and names
 * that nothing in it defines.
 */
const NEEDS = `
import ast, builtins, importlib.util, json, sys
tree = ast.parse(sys.stdin.read())
modules, used, known = set(), set(), {*dir(builtins), "__file__", "__name__"}
for node in ast.walk(tree):
    if isinstance(node, ast.Import):
        modules.update(alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0:
        modules.add(node.module.split(".")[0])
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        known.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
    elif isinstance(node, ast.Name):
        (used if isinstance(node.ctx, ast.Load) else known).add(node.id)
    elif isinstance(node, ast.arg):
        known.add(node.arg)
    elif getattr(node, "name", None):
        known.add(node.name)
    elif isinstance(node, (ast.MatchMapping,)) and node.rest:
        known.add(node.rest)
json.dump({
    "modules": sorted(name for name in modules if importlib.util.find_spec(name) is None),
    "names": sorted(used - known),
}, sys.stdout)
`;

/** @returns {Promise<{ findings: object[], ran: number, checks: number, notices: string[] }>} */
export async function runCode(modules, maxSeconds = MAX_SECONDS) {
  const programs = modules.flatMap(programsOf);
  const results = await inParallel(programs, (program) => runProgram(program, maxSeconds));
  const skipped = results.filter(({ missing }) => missing);
  const reasons = groupBy(skipped, ({ missing }) => missing);
  const unread = programs.filter((_, index) => results[index].missing === NO_PYTHON);
  reasons.delete(NO_PYTHON);
  const open = CAN_BE_ALONE ? [] : ['code was run with the network in reach: no unshare here'];
  return {
    findings: [...results.flatMap(({ findings = [] }) => findings), ...withoutPython(unread)],
    ran: results.length - skipped.length,
    checks: programs
      .filter((_, index) => !results[index].missing)
      .reduce((sum, { checks }) => sum + checks.length, 0),
    notices: [
      ...open,
      ...[...reasons].map(([missing, all]) => `${all.length} blocks not run: ${missing}`),
    ],
  };
}

/** Code that nobody ran has not passed. */
function withoutPython([first, ...others]) {
  if (first === undefined) return [];
  const message = `${NO_PYTHON}: ${1 + others.length} blocks were not run`;
  return [error(first.path, first.line, 'code-run', message)];
}

/** Blocks of a module with the check blocks behind them, a program each. */
function programsOf({ path, fences }) {
  const programs = [];
  for (const fence of fences) {
    const language = languageOf(fence);
    if (language === undefined) continue;
    const block = { path, line: fence.line, language, tag: fence.language, text: codeOf(fence) };
    if (!isCheck(fence)) programs.push({ ...block, checks: [] });
    else
      programs.findLast((program) => program.language === language)?.checks.push(block) ??
        programs.push({ ...block, checks: [] });
  }
  return programs;
}

function languageOf({ language }) {
  if (PYTHON.has(language)) return 'python';
  return Object.hasOwn(SCRIPT_LOADERS, language) ? 'script' : undefined;
}

async function inParallel(items, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

async function runProgram(program, maxSeconds) {
  const folder = mkdtempSync(join(tmpdir(), 'viva-code-'));
  try {
    const text = [program, ...program.checks].map((block) => block.text).join('\n\n');
    const missing = await missingFor(program, text, folder);
    if (missing) return { missing };
    const { status, said } = await runIn(folder, program, text, maxSeconds);
    if (status === 0) return {};
    const lines = said.split('\n').filter((line) => /\w/.test(line));
    const message = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1);
    return { findings: [error(program.path, program.line, 'code-run', `${message ?? status}`)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a block needs that is not here; undefined where it can run. */
async function missingFor({ language, tag, checks }, text, folder) {
  if (language === 'script') {
    if (/\bfrom\s+['"](?!node:)|\brequire\(['"](?!node:)/.test(text))
      return 'they import packages or files that are not theirs';
    return tag.endsWith('x') ? 'they are components of a page' : undefined;
  }
  const { status, said } = await child('python3', ['-c', NEEDS], folder, MAX_SECONDS, text);
  if (status === 'ENOENT') return NO_PYTHON;
  // What does not parse is reported by the check of its grammar.
  if (status !== 0) return 'they do not parse';
  const { modules, names } = JSON.parse(said);
  if (modules.length > 0) return `they import ${modules.join(', ')}, which is missing`;
  // A check block says that the code before it runs.
  if (checks.length === 0 && names.length > 0) return 'they are part of a program not shown';
  return undefined;
}

async function runIn(folder, { language, tag }, text, maxSeconds) {
  if (language === 'python') {
    writeFileSync(join(folder, 'block.py'), text);
    // A program that reads its input is only loaded: what it would read is not here.
    const name = text.includes('sys.stdin') ? 'block' : '__main__';
    const start = `import runpy; runpy.run_path('block.py', run_name='${name}')`;
    return child('python3', ['-I', '-c', start], folder, maxSeconds);
  }
  const { code } = await transform(text, { loader: SCRIPT_LOADERS[tag], format: 'esm' });
  writeFileSync(join(folder, 'block.mjs'), code);
  return child(process.execPath, ['--max-old-space-size=1024', 'block.mjs'], folder, maxSeconds);
}

/** Runs a program in a folder without network and with limits; resolves to what came of it. */
function child(program, args, cwd, maxSeconds, input = '') {
  return new Promise((resolve) => {
    const memory = program === 'python3' ? MAX_MEGABYTES * 1024 : 'unlimited';
    const limited = `ulimit -v ${memory} -f ${MAX_FILE_MEGABYTES * 1024}; exec "$@"`;
    const command = ['bash', '-c', limited, 'bash', program, ...args];
    const [first, ...rest] = CAN_BE_ALONE ? [...ALONE, ...command] : command;
    const env = {
      PATH: process.env.PATH,
      HOME: cwd,
      OMP_NUM_THREADS: '1',
      OPENBLAS_NUM_THREADS: '1',
    };
    const running = spawn(first, rest, { cwd, env, detached: true });
    // The group: where there is no world of its own, what the program started goes with it.
    const end = () => {
      try {
        process.kill(-running.pid, 'SIGKILL');
      } catch {
        running.kill('SIGKILL');
      }
    };
    const timer = setTimeout(end, maxSeconds * 1000);
    let said = '';
    for (const stream of [running.stdout, running.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (said.length > MAX_OUTPUT) end();
      });
    }
    running.stdin.on('error', () => undefined).end(input);
    running.on('error', (failure) => {
      clearTimeout(timer);
      resolve({ status: failure.code, said });
    });
    running.on('close', (code, signal) => {
      clearTimeout(timer);
      const slow =
        signal === null ? said : `${said}\nended after ${maxSeconds} s or too much output`;
      resolve({ status: code === 127 ? 'ENOENT' : (code ?? signal), said: slow });
    });
  });
}

// Map.groupBy came with Node 21.
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
