import type { Stars } from '../../../model/card.js';
import { fencedLines } from '../../text/lines.js';
import type { Unit } from '../shape.js';
import { starsOfWord, takeStars } from '../words/difficulty.js';
import { LEVEL_NAMES } from '../words/names.js';

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
/** `**Companies:** Google, Meta`, all of a line. */
const COMPANIES =
  /^[ \t]*(?:[-*+][ \t]+)?[*_`]{0,3}(?:asked (?:by|at|in)|compan(?:y|ies))[*_`]{0,3}[ \t]*[:=][ \t]*[*_`]{0,3}([^*_`]{2,200})[*_`]{0,3}[ \t]*$/i;
/** A name, and no sentence. */
const NAME = /^[\p{Lu}\d][^.?!:]{0,30}$/u;
/** With what the first part of such a line begins; few answers have one. */
const MAY_SAY = new RegExp(
  `^[ \\t]*(?:[-*+][ \\t]+)?[*_\`]{0,3}(?:${LEVEL_NAMES}|(?:${TAG_NAMES})\\b|compan(?:y|ies)|asked)`,
  'im',
);

/** Takes the lines off an answer's paragraphs that only say how hard a question is, who asked it, or its tags. */
export function withSaidLines(unit: Unit): Unit {
  if (!MAY_SAY.test(unit.answer)) return unit;
  const lines = unit.answer.split('\n');
  const isCode = fencedLines(lines);
  const found: Said[] = [];
  const kept = lines.filter((line, at) => {
    const said = isCode[at] || line.length > 300 ? null : saidBy(line);
    const isNews = said !== null && (said.stars === null || starsOf(unit, found) === null);
    if (isNews) found.push(said);
    return !isNews;
  });
  if (kept.length === lines.length) return unit;
  const answer = kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const companies = [...unit.companies, ...found.flatMap((said) => said.companies)];
  const tags = [...(unit.tags ?? []), ...found.flatMap((said) => said.tags)];
  return {
    ...unit,
    answer,
    stars: starsOf(unit, found),
    companies,
    ...(tags.length > 0 && { tags }),
  };
}

const starsOf = (unit: Unit, found: readonly Said[]) =>
  unit.stars ?? found.find(({ stars }) => stars !== null)?.stars ?? null;

/** What a line says beside the answer. */
interface Said {
  readonly stars: Stars | null;
  readonly companies: readonly string[];
  readonly tags: readonly string[];
}

/** Reads a line such as `Level: easy | Company: Google`; null where any of it says something else. */
function saidBy(line: string): Said | null {
  const parts = line.split(/[ \t]+[|·•][ \t]+/).map(saidByPart);
  if (parts.some((part) => part === null)) return null;
  const said = parts.flatMap((part) => part ?? []);
  return {
    stars: said.find(({ stars }) => stars !== null)?.stars ?? null,
    companies: said.flatMap(({ companies }) => companies),
    tags: said.flatMap(({ tags }) => tags),
  };
}

function saidByPart(part: string): Said | null {
  const stars = starsIn(LEVEL.exec(part)?.[1] ?? '');
  const tags = TAGS.exec(part)?.[1]?.match(/[^\s#,`]+/g) ?? [];
  const names = (COMPANIES.exec(part)?.[1] ?? '').split(/[,;]/).map((name) => name.trim());
  const companies = names.every((name) => NAME.test(name)) ? names : [];
  const isNothing = stars === null && tags.length === 0 && companies.length === 0;
  return isNothing ? null : { stars, companies, tags };
}

function starsIn(level: string) {
  const word = /\p{L}{3,14}/u.exec(level)?.[0] ?? '';
  const rest = level.replace(word, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (word !== '') return rest === '' ? starsOfWord(word) : null;
  return takeStars(`x ${level}`, { legend: false, most: 3 }).stars;
}
