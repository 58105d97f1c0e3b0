import type { Stars } from '../../../model/card.js';
import { LEVEL_NAMES } from './names.js';

/** How a list marks difficulty: by a legend of emoji, or by the number of its stars. */
export interface StarScale {
  /** A lone star means medium, as beside 👶 and 🚀. */
  readonly legend: boolean;
  /** The longest row of stars that the list has. */
  readonly most: number;
}

const NOISE = /\u200B|\u200C|\u200D|\u2060|\uFEFF|\uFE0E|\uFE0F/g;
const STAR_ROW = /(?:[★⭐🌟]\s?){1,5}[☆✩]{0,4}|[☆✩]{2,5}/gu;
const EMOJI: readonly (readonly [RegExp, Stars])[] = [
  [/👶|🟢|🐣|🌱/u, 1],
  [/🟡|🟠/u, 2],
  [/🚀|🔴|🔥|☠|💀/u, 3],
];
const WORDS: readonly (readonly [string, Stars])[] = [
  [
    'easy|beginners?|basics?|junior|simple|entry|warmup|warm-up|freshers?|novice|leicht|anfänger|fácil|principiantes?|básic[oa]s?|iniciantes?|facile|débutants?|лёгкий|легкий|легко|простой|базовый|начальный|初级|初級|简单|簡單|入门|基础|基礎|쉬움|초급|기초',
    1,
  ],
  [
    'medium|intermediate|middle|mid|moderate|mittel|fortgeschritten|medi[oa]|intermedi[oa]|intermediári[oa]|moyen|intermédiaire|средний|середній|中级|中級|中等|보통|중급',
    2,
  ],
  [
    'hard|advanced|senior|experts?|difficult|experienced|schwer|difícil|avanzad[oa]|avançad[oa]|expert[oa]|difficile|avancé|сложный|сложно|продвинутый|складний|高级|高級|困难|困難|어려움|고급',
    3,
  ],
];
const WORD_STARS = WORDS.map(
  ([words, stars]) => [new RegExp(`^(?:${words})$`, 'iu'), stars] as const,
);
const ANY_WORD = new RegExp(WORDS.map(([words]) => words).join('|'), 'iu');
const LEVEL = `(?:(?:${LEVEL_NAMES})\\s*[:=-]\\s*)?`;
const LABEL = new RegExp(
  `\\s*(?:[-–—:|]\\s*)?(?:[([_*\`]{1,3}\\s*${LEVEL}(\\p{L}{2,16})(?:\\slevel)?\\s*[)\\]_*\`]{1,3})\\s*$`,
  'iu',
);
/** `#easy` and `#level/easy` at the end. */
const HASHTAG = /\s+#(?:(?:difficulty|level)\/)?(\p{L}{3,12})\s*$/iu;
/** With what it can end: of most questions that tells enough. */
const LABEL_ENDS = new Set(')]_*`');
/** `[Easy] What is it?` */
const LABEL_BEFORE = new RegExp(
  `^[([]\\s?${LEVEL}(\\p{L}{2,16})(?:\\slevel)?\\s?[)\\]]\\s*[-–—:|]?\\s*(?=\\S)`,
  'iu',
);
const MARKS = /[👶🟢🐣🌱🟡🟠🚀🔴🔥☠💀★⭐🌟☆✩]/u;

const STRAY = /([👶🟢🐣🌱🟡🟠🚀🔴🔥☠💀★⭐🌟☆✩])\p{L}{1,2}$/u;

/** Takes the joiners out that are strewn in among emoji. */
const clean = (text: string) => (MARKS.test(text) ? text.replaceAll(NOISE, '') : text);

/** Returns the scale that the question lines of a file share. */
export function starScale(texts: readonly string[]): StarScale {
  let legend = false;
  let most = 0;
  for (const text of texts.filter((each) => MARKS.test(each)).map(clean)) {
    legend ||= /👶|🚀/u.test(text);
    for (const row of text.matchAll(STAR_ROW)) most = Math.max(most, filled(row[0]));
  }
  return { legend, most };
}

const filled = (row: string) => row.match(/[★⭐🌟]/gu)?.length ?? 0;

/** Returns the stars that a word stands for, such as "easy"; null for any other word. */
export function starsOfWord(word: string): Stars | null {
  return WORD_STARS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** May a text hold a word that stands for stars? Most hold none, which one look tells. */
export function mayNameLevel(text: string): boolean {
  return ANY_WORD.test(text);
}

/** A question's text without its mark, and the stars that the mark stands for. */
export interface Marked {
  readonly text: string;
  readonly stars: Stars | null;
}

/** Reads the difficulty that stands at either end of a question's first line. */
export function takeStars(text: string, scale: StarScale): Marked {
  const hasMarks = MARKS.test(text);
  // A letter or two behind the mark are a slip of the finger.
  const bare = hasMarks ? clean(text).replace(STRAY, '$1') : text;
  const worded = takeWord(bare);
  if (worded !== null) return worded;
  if (!hasMarks) return { text, stars: null };
  const [first, middle, behind] = outerMarks(bare);
  const stars = starsIn(`${first} ${behind}`, scale);
  if (stars === null) return { text, stars: null };
  const drop = (part: string) =>
    part.replaceAll(STAR_ROW, '').replaceAll(/[👶🟢🐣🌱🟡🟠🚀🔴🔥☠💀]/gu, '');
  return { text: `${drop(first)}${middle}${drop(behind)}`.trim(), stars };
}

/** Takes off a word that says the difficulty, before or behind the question; null where none does. */
function takeWord(text: string): Marked | null {
  const before = /^[([]/.test(text) ? LABEL_BEFORE.exec(text) : null;
  const wordBefore = before === null ? null : starsOfWord(before[1] ?? '');
  if (before !== null && wordBefore !== null) {
    return { text: text.slice(before[0].length), stars: wordBefore };
  }
  const behind =
    (LABEL_ENDS.has(text.trimEnd().at(-1) ?? '') ? LABEL.exec(text) : null) ??
    (text.includes('#') ? HASHTAG.exec(text) : null);
  if (behind === null) return null;
  const stars = starsOfWord(behind[1] ?? '');
  return stars === null ? null : { text: text.slice(0, behind.index).trimEnd(), stars };
}

const WORD = /[\p{L}\p{N}`]/u;

/** A text in three: what stands before its first word, its words, what stands behind them. */
function outerMarks(text: string): [string, string, string] {
  const first = text.search(WORD);
  if (first < 0) return [text, '', ''];
  let last = text.length;
  while (last > first && !WORD.test(text.charAt(last - 1))) last--;
  return [text.slice(0, first), text.slice(first, last), text.slice(last)];
}

function starsIn(text: string, scale: StarScale): Stars | null {
  let found = 0;
  for (const [pattern, stars] of EMOJI) if (pattern.test(text)) found = Math.max(found, stars);
  for (const [row] of text.matchAll(STAR_ROW)) found = Math.max(found, rowStars(row, scale));
  return found === 0 ? null : (Math.min(3, found) as Stars);
}

function rowStars(row: string, { legend, most }: StarScale): number {
  if (legend) return 2;
  const count = filled(row);
  // Of five, two are easy and four are hard.
  return most > 3 ? Math.ceil((count + 1) / 2) : Math.max(1, count);
}
