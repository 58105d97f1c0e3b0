/** Checks that the fenced code of the decks parses: Python, TypeScript and JavaScript, JSON. */

import { spawnSync } from 'node:child_process';
import { codeOf, PYTHON, SCRIPT_LOADERS } from './code-languages.mjs';
import { error, warning } from './finding.mjs';

const PYTHON_PROGRAM = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def problem(code):
    try:
        ast.parse(code)
    except (SyntaxError, ValueError) as failure:
        return {"line": getattr(failure, "lineno", None) or 1, "message": getattr(failure, "msg", str(failure))}
json.dump([problem(code) for code in json.load(sys.stdin)], sys.stdout)
`;

/** @returns {Promise<{ findings: object[], counts: object, notices: string[] }>} */
export async function checkCode(modules) {
  const blocks = modules.flatMap(({ path, fences }) =>
    fences.map((fence) => ({ path, ...fence, text: codeOf(fence) })),
  );
  const notices = [];
  const python = blocks.filter(({ language }) => PYTHON.has(language));
  const script = blocks.filter(({ language }) => Object.hasOwn(SCRIPT_LOADERS, language));
  const json = blocks.filter(({ language }) => language === 'json');
  const findings = [
    ...blocks
      .filter(({ language }) => !language)
      .map(({ path, line }) => warning(path, line, 'fence-language', 'fence has no language tag')),
    ...checkPython(python, notices),
    ...(await checkScripts(script, notices)),
    ...json.flatMap(checkJson),
  ];
  return {
    findings,
    notices,
    counts: { python: python.length, script: script.length, json: json.length },
  };
}

/** One process for all blocks: starting Python costs more than parsing them. */
function checkPython(blocks, notices) {
  if (blocks.length === 0) return [];
  const run = spawnSync('python3', ['-c', PYTHON_PROGRAM], {
    input: JSON.stringify(blocks.map(({ text }) => text)),
    encoding: 'utf8',
  });
  if (run.error || run.status !== 0) {
    notices.push(`Python blocks not checked: ${run.error?.code ?? run.stderr.trim()}`);
    return [];
  }
  return JSON.parse(run.stdout).flatMap((problem, index) =>
    problem
      ? [
          error(
            blocks[index].path,
            blocks[index].line + problem.line,
            'code-python',
            problem.message,
          ),
        ]
      : [],
  );
}

async function checkScripts(blocks, notices) {
  if (blocks.length === 0) return [];
  const parse = (await esbuildParser()) ?? (await typescriptParser());
  if (!parse) {
    notices.push('TypeScript blocks not checked: neither esbuild nor typescript is installed');
    return [];
  }
  const problems = await Promise.all(
    blocks.map((block) => parse(block.text, SCRIPT_LOADERS[block.language])),
  );
  return problems.flatMap((problem, index) =>
    problem
      ? [
          error(
            blocks[index].path,
            blocks[index].line + problem.line,
            'code-script',
            problem.message,
          ),
        ]
      : [],
  );
}

/** esbuild starts faster than the compiler, and TypeScript 7 has no `transpileModule`. */
async function esbuildParser() {
  try {
    const { transform } = await import('esbuild');
    return async (text, loader) => {
      try {
        await transform(text, { loader, logLevel: 'silent' });
        return undefined;
      } catch (failure) {
        const first = failure.errors?.[0];
        return { line: first?.location?.line ?? 1, message: first?.text ?? String(failure) };
      }
    };
  } catch {
    return undefined;
  }
}

async function typescriptParser() {
  try {
    const { default: typescript } = await import('typescript');
    if (!typescript.transpileModule) return undefined;
    return async (text, loader) => {
      const fileName = `block.${loader}`;
      const { diagnostics } = typescript.transpileModule(text, {
        fileName,
        reportDiagnostics: true,
      });
      const first = diagnostics?.[0];
      if (!first) return undefined;
      return {
        line: text.slice(0, first.start).split('\n').length,
        message: typescript.flattenDiagnosticMessageText(first.messageText, ' '),
      };
    };
  } catch {
    return undefined;
  }
}

function checkJson({ path, line, text }) {
  try {
    JSON.parse(text);
    return [];
  } catch (failure) {
    return [error(path, line, 'code-json', failure.message)];
  }
}
