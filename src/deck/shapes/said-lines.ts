import { fencedLines } from '../text/lines.js';
import { starsOfWord, takeStars } from './difficulty.js';
import { LEVEL_NAMES } from './names.js';
import type { Unit } from './shape.js';

const TAG_NAMES = 'tags?|topics?';
/** `**Difficulty:** 🟢 Easy`, all of a line. */
const LEVEL = new RegExp(
  `^[ \\t]*(?:[-*+][ \\t]+)?[*_\`]{0,3}(?:${LEVEL_NAMES})(?: level)?[*_\`]{0,3}[ \\t]*[:=][ \\t]*[*_\`]{0,3}[ \\t]*(\\S.{0,40}?)[*_\`]{0,3}[ \\t]*$`,
  'iu',
);
/** `**Tags:** #a #b`, all of a line. */
const TAGS = new RegExp(
  `^[ \\t]*(?:[-*+][ \\t]+)?[*_\`]{0,3}(?:${TAG_NAMES})[*_\`]{0,3}[ \\t]*[:=][ \\t]*[*_\`]{0,3}[ \\t]*((?:[#\`][^\\s#,\`]{1,40}\`?[,\\s]{0,3}){1,20})$`,
  'iu',
);
const MAY_SAY = new RegExp(`${LEVEL_NAMES}|(?:${TAG_NAMES})\\b`, 'i');

/** Takes the lines off an answer's paragraphs that only say how hard a question is, or its tags. */
export function withSaidLines(unit: Unit): Unit {
  if (!MAY_SAY.test(unit.answer)) return unit;
  const lines = unit.answer.split('\n');
  const isCode = fencedLines(lines);
  let { stars, tags } = unit;
  const kept = lines.filter((line, at) => {
    if (isCode[at] || line.length > 300) return true;
    const said = stars === null ? starsIn(LEVEL.exec(line)?.[1] ?? '') : null;
    const named = TAGS.exec(line)?.[1]?.match(/[^\s#,`]+/g) ?? null;
    if (said !== null) stars = said;
    if (named !== null) tags = [...(tags ?? []), ...named];
    return said === null && named === null;
  });
  if (kept.length === lines.length) return unit;
  const answer = kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { ...unit, answer, stars, ...(tags !== undefined && { tags }) };
}

function starsIn(level: string) {
  const word = /\p{L}{3,14}/u.exec(level)?.[0] ?? '';
  const rest = level.replace(word, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (word !== '') return rest === '' ? starsOfWord(word) : null;
  return takeStars(`x ${level}`, { legend: false, most: 3 }).stars;
}
