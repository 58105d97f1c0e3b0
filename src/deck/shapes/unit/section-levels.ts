import type { Stars } from '../../../model/card.js';
import { mayNameLevel, starsOfWord } from '../words/difficulty.js';
import { LEVEL_NAMES } from '../words/names.js';

const WORD = '([\\p{L}-]{2,20})';
/** "Beginner Level", "Level 1: Basic", "Hard questions", "Advanced SQL Interview Questions". */
const LEVEL = new RegExp(
  `^(?:(?:part|section|chapter|${LEVEL_NAMES})[ ]?\\d{0,2}[ ]?[:：.–—-][ ]?)?${WORD}(?:[ -]level)?(?:(?: [^\\s\\d]{1,20}){0,2} questions?)?$`,
  'iu',
);
/** "Java questions for freshers". */
const FOR_WHOM = /\bfor (freshers|beginners|juniors|intermediates|seniors|experts|experienced)\b/i;
/** What begins a subject as often as it says how hard it is. */
const TOPIC = /^(?:basics?|básic[oa]s?|基础|基礎|базов\p{L}+|основы)$/iu;

/**
 * Returns a function that gives the difficulty that the nearest of the headings above a question
 * says; null where it says none. "Basics" alone is a subject: it counts where another heading of
 * the file says that what follows is harder.
 */
export function sectionLevels(
  paths: readonly (readonly string[])[],
): (path: readonly string[]) => Stars | null {
  const nearest = [...new Set(paths.map((path) => path.at(-1) ?? ''))].filter(mayNameLevel);
  const isScale = nearest.some((heading) => (levelOf(heading)?.stars ?? 1) > 1);
  return (path) => {
    const level = levelOf(path.at(-1) ?? '');
    return level === null || (level.isTopic && !isScale) ? null : level.stars;
  };
}

function levelOf(heading: string): { stars: Stars; isTopic: boolean } | null {
  if (!mayNameLevel(heading)) return null;
  const bare = heading.replaceAll(/\([^()]*\)/g, ' ').replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const word = FOR_WHOM.exec(bare)?.[1]?.replace(/s$/i, '') ?? LEVEL.exec(bare)?.[1] ?? '';
  const stars = starsOfWord(word) ?? starsOfWord(word.replace(/[ -]level$/i, ''));
  return stars === null ? null : { stars, isTopic: TOPIC.test(bare) };
}
