/** Checks the arithmetic of a module's prose, list items and table cells. */

import { checkEquations } from './equations.mjs';
import { error } from './finding.mjs';
import { blocksOf, lineAt, maskMaths } from './prose.mjs';

/** @returns {{ findings: object[], checked: number, skipped: number }} */
export function checkArithmetic(module) {
  const result = { findings: [], checked: 0, skipped: 0 };
  for (const block of blocksOf(module.lines)) {
    const report = checkEquations(plainText(block.text));
    result.checked += report.checked;
    result.skipped += report.skipped;
    for (const problem of report.problems) result.findings.push(describe(module, block, problem));
  }
  return result;
}

function describe(module, block, { offset, equation, actual }) {
  const worth = actual.toLocaleString('en-US', { maximumSignificantDigits: 6 });
  return error(
    module.path,
    lineAt(block, offset),
    'arithmetic',
    `"${equation}": the left side comes to ${worth} in the right side's unit`,
  );
}

/** Takes away markup but keeps every offset: maths, link targets, bold marks, backticks. */
function plainText(text) {
  return maskMaths(text)
    .replace(/\]\([^)\s]*\)/g, (target) => ' '.repeat(target.length))
    .replace(/(`+)([^`]+)\1/g, (_, ticks, code) => {
      const gap = ' '.repeat(ticks.length);
      return gap + code.replace(/\*\*/g, '^ ') + gap;
    })
    .replace(/\*\*|__/g, '  ')
    .replace(/(?<!\S)[*_](?=\S)|(?<=\S)[*_](?!\S)/g, ' ');
}
