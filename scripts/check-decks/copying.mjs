/** Finds sentences and long runs of words that also stand in the corpus. */

import { RUN, sharedRun } from './corpus.mjs';
import { error, warning } from './finding.mjs';
import { blocksOf, sentencesOf } from './prose.mjs';

const LONG_RUN = 12;

/** All findings about text of a module that the corpus has too. */
export function checkCopying(module, corpus) {
  return [...subtitleBlocks(module), ...ownBlocks(module)].flatMap((block) =>
    checkBlock(module.path, block, corpus),
  );
}

/** Blocks whose wording is the author's: no headings, no titles of other people's work. */
function ownBlocks({ lines, sections }) {
  const reading = sections.find(({ title }) => title === 'Further Reading');
  const quoted = new Set(reading?.lines.map(({ number }) => number));
  return blocksOf(lines)
    .filter(({ kind, text }) => kind !== 'heading' && !/^<\/?(?:details|summary)/.test(text))
    .map((block) => ({ ...block, text: ownWords(block.text, quoted.has(block.line)) }));
}

function subtitleBlocks({ frontMatter }) {
  const { subtitle } = frontMatter;
  return typeof subtitle?.value === 'string' ? [{ text: subtitle.value, line: subtitle.line }] : [];
}

function ownWords(text, isReading) {
  const unmarked = text.replace(/^\*\*[A-Za-z-]+:\*\*/, '');
  return isReading
    ? unmarked.replace(/\[[^\]]*\]\([^)]*\)/g, '')
    : unmarked.replace(/\]\([^)]*\)/g, ']');
}

/** A copied sentence is a run as well; the error alone is enough. */
function checkBlock(path, block, corpus) {
  const copied = sentencesOf(block).flatMap(({ words, line }) =>
    checkSentence(path, line, words, corpus),
  );
  return copied.length > 0 ? copied : checkRuns(path, block, corpus);
}

function checkSentence(path, line, words, corpus) {
  if (words.length < RUN || !isWording(words) || sharedRun(corpus, words, 0) < words.length)
    return [];
  return [
    error(path, line, 'copied-sentence', `stands in the corpus: "${words.join(' ').slice(0, 90)}"`),
  ];
}

/** Runs may span sentences; each is reported once, at its start. */
function checkRuns(path, block, corpus) {
  const sentences = sentencesOf(block);
  const words = sentences.flatMap((sentence) => sentence.words);
  const lines = sentences.flatMap((sentence) => sentence.words.map(() => sentence.line));
  const findings = [];
  for (let start = 0; start + LONG_RUN <= words.length; ) {
    const length = sharedRun(corpus, words, start);
    const run = words.slice(start, start + length);
    if (length >= LONG_RUN && isWording(run)) {
      findings.push(
        warning(
          path,
          lines[start],
          'copied-run',
          `${length} words in a row stand in the corpus: "${run.join(' ').slice(0, 90)}"`,
        ),
      );
    }
    start += Math.max(1, length);
  }
  return findings;
}

/** A formula with its numbers can only be written one way: at least half must be words of letters. */
function isWording(words) {
  return words.filter((word) => /^[a-z]{2,}$/.test(word)).length * 2 >= words.length;
}
