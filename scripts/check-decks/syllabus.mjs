/** Compares a module with its namesake of the corpus: same questions in order, by stars and companies. */

import { basename } from 'node:path';
import { error } from './finding.mjs';

/** All findings about a module that departs from the syllabus. */
export function checkSyllabus(module, corpus) {
  const model = corpus.modules.get(basename(module.path));
  if (!model) return [];
  return [
    ...checkFrontMatter(module, model),
    ...checkCount(module, model),
    ...checkHeadings(module, model),
  ];
}

function checkFrontMatter({ path, frontMatter }, model) {
  return ['title', 'part', 'number'].flatMap((key) => {
    const [own, wanted] = [frontMatter[key]?.value, model.frontMatter[key]?.value];
    if (own === undefined || wanted === undefined || own === wanted) return [];
    return [
      error(
        path,
        frontMatter[key].line,
        'syllabus-mismatch',
        `${key} is "${own}", the corpus has "${wanted}"`,
      ),
    ];
  });
}

function checkCount({ path, questions }, model) {
  if (questions.length >= model.questions.length) return [];
  return [
    error(
      path,
      1,
      'syllabus-mismatch',
      `${questions.length} questions, the corpus has ${model.questions.length}`,
    ),
  ];
}

function checkHeadings({ path, questions }, model) {
  return questions.slice(0, model.questions.length).flatMap((question, index) => {
    const [own, wanted] = [describe(question), describe(model.questions[index])];
    if (own === wanted) return [];
    return [
      error(
        path,
        question.line,
        'syllabus-mismatch',
        `question ${index + 1} is ${own}, the corpus has ${wanted}`,
      ),
    ];
  });
}

function describe({ stars, companies }) {
  return `${stars} (${companies.join(', ')})`;
}
