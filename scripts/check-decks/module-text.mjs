/**
 * Reads a deck module into lines, fences, front matter, sections and questions, with line numbers throughout.
 * It is deliberately stricter and simpler than viva's own parser: the bundled decks keep to one shape.
 */

const FENCE = /^(\s*)(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/;
const QUESTION_HEADING = /^###\s+(\S+)(?:\s+_\(([^)]*)\)_)?\s*$/;

/** Reads one module. Lines are `{ number, text, code }`; `code` covers fences with their markers. */
export function readModule(path, source) {
  const all = source.split(/\r?\n/);
  const bodyStart = frontMatterEnd(all);
  const { lines, fences } = markFences(all, bodyStart);
  return {
    path,
    frontMatter: readFrontMatter(all.slice(1, Math.max(1, bodyStart - 1))),
    hasFrontMatter: bodyStart > 0,
    lines,
    fences,
    sections: readSections(lines),
    questions: readQuestions(lines),
  };
}

/** Index of the first line after the front matter, 0 where there is none. */
function frontMatterEnd(lines) {
  if (lines[0]?.trim() !== '---') return 0;
  return lines.findIndex((line, index) => index > 0 && line.trim() === '---') + 1;
}

/** Reads the flat `key: value` pairs that a module has; a list becomes an array. */
function readFrontMatter(lines) {
  const entries = {};
  lines.forEach((line, index) => {
    const found = /^([A-Za-z_-]+):\s*(.*)$/.exec(line);
    if (found) entries[found[1]] = { value: readValue(found[2].trim()), line: index + 2 };
  });
  return entries;
}

function readValue(text) {
  if (text.startsWith('['))
    return text
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map(unquote)
      .filter(Boolean);
  return unquote(text);
}

function unquote(text) {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1).replace(/\\"/g, '"') : trimmed;
}

/** Marks the lines of the body that belong to fenced code, and collects the fences. */
function markFences(all, bodyStart) {
  const lines = [];
  const fences = [];
  let open;
  for (let index = bodyStart; index < all.length; index += 1) {
    const text = all[index];
    const wasOpen = open;
    open = stepFence(open, text, index + 1, fences);
    lines.push({ number: index + 1, text, code: Boolean(wasOpen ?? open) });
  }
  return { lines, fences };
}

/** The fence that is open after this line. */
function stepFence(open, text, number, fences) {
  if (!open) {
    const found = FENCE.exec(text);
    if (!found) return undefined;
    const fence = {
      line: number,
      indent: found[1].length,
      mark: found[2],
      language: found[3].toLowerCase(),
      code: [],
      closed: false,
    };
    fences.push(fence);
    return fence;
  }
  const trimmed = text.trim();
  if (trimmed.startsWith(open.mark) && /^(`+|~+)$/.test(trimmed)) {
    open.closed = true;
    return undefined;
  }
  open.code.push(text.slice(Math.min(open.indent, text.length - text.trimStart().length)));
  return open;
}

/** The H2 sections: `{ title, line, lines }`. A heading inside an answer is not one. */
function readSections(lines) {
  const sections = [];
  let inAnswer = false;
  for (const line of lines) {
    if (!line.code && /^<\/?details>/.test(line.text.trim()))
      inAnswer = line.text.includes('<details>');
    const heading = !line.code && !inAnswer && /^##\s+(.+?)\s*$/.exec(line.text);
    if (heading) sections.push({ title: heading[1], line: line.number, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** Every `###` heading outside answers, with the question and answer lines under it. */
function readQuestions(lines) {
  const questions = [];
  const state = { current: undefined, place: 'question' };
  for (const line of lines) {
    if (line.code) keep(state, line);
    else if (state.place !== 'answer' && /^#{2,3}\s/.test(line.text))
      startQuestion(state, line, questions);
    else readQuestionLine(state, line);
  }
  return questions;
}

function startQuestion(state, line, questions) {
  state.current = undefined;
  state.place = 'question';
  if (!line.text.startsWith('###')) return;
  const found = QUESTION_HEADING.exec(line.text);
  state.current = {
    line: line.number,
    heading: line.text,
    stars: found?.[1],
    companies: (found?.[2] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    question: [],
    answer: [],
    hasSummary: false,
    opened: 0,
    closed: false,
  };
  questions.push(state.current);
}

function readQuestionLine(state, line) {
  const { current } = state;
  const text = line.text.trim();
  if (!current) return;
  if (text === '<details>') {
    current.opened += 1;
    state.place = 'answer';
  } else if (text === '</details>') {
    current.closed = true;
    state.place = 'after';
  } else if (text === '<summary>Answer</summary>' && state.place === 'answer')
    current.hasSummary = true;
  else keep(state, line);
}

function keep(state, line) {
  if (state.place === 'after') return;
  state.current?.[state.place].push(line);
}
