/** Finds what is said twice across the decks: the same question, the same sentence in two answers. */

import { error } from './finding.mjs';
import { blocksOf, sentencesOf, wordsOf } from './prose.mjs';

const LONG_SENTENCE = 8;

/** All findings about repeated questions and sentences. */
export function checkRepeats(modules) {
  const answers = modules.flatMap(({ path, questions }) =>
    questions.map((question) => ({ path, question })),
  );
  return [...repeatedQuestions(answers), ...repeatedSentences(answers)];
}

function repeatedQuestions(answers) {
  const seen = new Map();
  return answers.flatMap(({ path, question }) => {
    const key = wordsOf(question.question.map(({ text }) => text).join('\n')).join(' ');
    const first = seen.get(key);
    if (first)
      return [error(path, question.line, 'duplicate-question', `same question as ${first}`)];
    seen.set(key, `${path}:${question.line}`);
    return [];
  });
}

function repeatedSentences(answers) {
  const seen = new Map();
  const findings = [];
  for (const { path, question } of answers) {
    for (const { words, line } of blocksOf(question.answer).flatMap(sentencesOf)) {
      if (words.length < LONG_SENTENCE) continue;
      const key = words.join(' ');
      const first = seen.get(key);
      if (!first) seen.set(key, { place: `${path}:${line}`, question });
      else if (first.question !== question)
        findings.push(
          error(path, line, 'repeated-sentence', `also at ${first.place}: "${key.slice(0, 70)}…"`),
        );
    }
  }
  return findings;
}
