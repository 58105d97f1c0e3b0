/** Checks each question of a module: heading, markup, length and ending of the answer. */

import { error, warning } from './finding.mjs';
import { countWords, isTableRow, withoutCodeSpans } from './prose.mjs';

const MIN_LENGTH = 60;
const SHORT = 80;
/** Words beside the parts that have limits of their own (In short, Points, Follow-ups). */
const LONG = 280;

/** All findings about the questions of a module. */
export function checkQuestions(module) {
  const { path, questions } = module;
  if (questions.length === 0) return [error(path, 1, 'no-questions', 'the module has no question')];
  const closed = module.fences
    .filter((fence) => !fence.closed)
    .map((fence) => error(path, fence.line, 'unclosed-fence', 'fence is never closed'));
  return [
    ...closed,
    ...checkDollars(module),
    ...questions.flatMap((question) => checkQuestion(path, question)),
  ];
}

function checkQuestion(path, question) {
  const report = (severity, code, message, line = question.line) =>
    severity(path, line, code, message);
  return [
    ...checkHeading(question, report),
    ...checkMarkup(question, report),
    ...checkLength(question, report),
    ...checkEnding(question, report),
    ...checkFollowUp(question, report),
    ...checkAnswerLines(question, report),
  ];
}

function checkHeading({ heading, stars, companies }, report) {
  const good = /^(?:★★★|★★☆|★☆☆)$/.test(stars ?? '') && companies.length > 0;
  if (good) return [];
  const message = `"${heading}" is not of the form "### ★★☆ _(Google, Anthropic)_"`;
  return [report(error, 'question-heading', message)];
}

function checkMarkup({ question, opened, closed, hasSummary }, report) {
  const findings = [];
  const first = question.find(({ text }) => text.trim());
  if (!/^\*\*Q:\*\*\s+\S/.test(first?.text ?? ''))
    findings.push(
      report(error, 'question-text', 'the text under the heading does not start with "**Q:** "'),
    );
  if (question.filter(({ text, code }) => !code && /^\*\*Q:\*\*/.test(text)).length > 1)
    findings.push(report(error, 'question-text', 'two **Q:** under one heading'));
  if (opened !== 1)
    findings.push(report(error, 'details', `expected one <details>, found ${opened}`));
  if (!hasSummary) findings.push(report(error, 'details', 'no line "<summary>Answer</summary>"'));
  if (!closed) findings.push(report(error, 'details', '<details> is never closed'));
  return findings;
}

function checkLength({ answer }, report) {
  const words = countWords(answer);
  if (words < SHORT) {
    const severity = words < MIN_LENGTH ? error : warning;
    return [
      report(severity, 'answer-short', `answer has ${words} words; at least ${SHORT} are wanted`),
    ];
  }
  const rest = countWords(withoutParts(answer));
  if (rest <= LONG) return [];
  const message = `answer has ${rest} words beside its parts; at most ${LONG} are wanted`;
  return [report(warning, 'answer-long', message)];
}

/** The lines of an answer less In short, Points and all from the first follow-up on. */
function withoutParts(answer) {
  const kept = [];
  let part;
  for (const line of answer) {
    const label = !line.code && /^\*\*(In short|Points|Follow-up):\*\*/.exec(line.text)?.[1];
    if (label === 'Follow-up') break;
    if (label) part = label;
    else if (part === 'In short' && line.text.trim() === '') part = undefined;
    else if (part === 'Points' && /^[^-\s]/.test(line.text)) part = undefined;
    if (!part) kept.push(line);
  }
  return kept;
}

function checkEnding({ answer }, report) {
  const last = answer.findLast(({ text }) => text.trim());
  if (!last || last.code || isTableRow(last.text) || last.text.trim().endsWith('$$')) return [];
  const text = last.text.trim().replace(/[*_]+$/, '');
  if (/[.!?)"'”’»`]$/.test(text)) return [];
  return [
    report(
      error,
      'answer-truncated',
      `answer ends in "…${text.slice(-25)}", not with a full stop`,
      last.number,
    ),
  ];
}

function checkFollowUp({ stars, answer }, report) {
  if (stars !== '★★★') return [];
  const has = answer.some(
    ({ text, code }, index) =>
      !code && /^\*\*(?:Trap|Follow-up):\*\*/.test(text) && !answer[index - 1]?.text.trim(),
  );
  if (has) return [];
  const message = '★★★ answer has no paragraph starting with **Trap:** or **Follow-up:**';
  return [report(warning, 'follow-up', message)];
}

function checkAnswerLines({ answer }, report) {
  return answer
    .filter(({ code }) => !code)
    .flatMap(({ text, number }) => {
      const tag = /<\/?[A-Za-z][^<>]*>/.exec(withoutCodeSpans(text))?.[0];
      const structure = structureProblem(text);
      return [
        ...(structure ? [report(error, 'answer-structure', structure, number)] : []),
        ...(tag
          ? [report(warning, 'raw-html', `${tag} reads as HTML; put it in backticks`, number)]
          : []),
      ];
    });
}

/** What makes an answer line look like the start of something else to a parser. */
function structureProblem(text) {
  if (/^\s*(?:\*\*)?[QA]:/.test(text)) return 'an answer line starts with Q: or A:';
  if (/^\s{0,3}#{1,3}\s/.test(text)) return 'a heading of level 1 to 3; use a bold line';
  return undefined;
}

/** A lone `$` pairs up with the next one and turns the prose between them into maths. */
function checkDollars({ path, lines }) {
  return lines
    .filter(({ text, code }) => !code && countDollars(text) % 2 === 1)
    .map(({ number }) =>
      warning(
        path,
        number,
        'unbalanced-dollar',
        'odd number of $ in this line; write amounts as "3.50 USD" or in backticks',
      ),
    );
}

function countDollars(text) {
  return (
    withoutCodeSpans(text)
      .replace(/\\\$|US\$/g, '')
      .split('$').length - 1
  );
}
