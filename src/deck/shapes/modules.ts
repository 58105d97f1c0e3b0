import type { CardDefect, DeckCard, Stars } from '../../model/card.js';
import type { DeckModule, ModuleExtras } from '../../model/module.js';
import type { ListDefaults } from '../../model/reading.js';
import { bareSideDefects } from '../check/bare-sides.js';
import { plainTitle } from './page/groups.js';
import type { Page } from './page/page.js';
import { questionName } from './question-file.js';
import type { Unit } from './shape.js';
import { sectionLevels } from './unit/section-levels.js';
import { outerBlank } from './unit/text.js';

const NO_EXTRAS: ModuleExtras = {
  keyQuestion: '',
  insights: [],
  code: '',
  reading: [],
  related: [],
};
const MAX_TITLE = 200;

/** The difficulty that headings above a question say. */
type LevelOf = ReturnType<typeof sectionLevels>;

/** Names of files that say nothing of what is in them. */
const NAMELESS = /^(?:readme|index|main|questions|list)$/i;

/**
 * Puts the questions of a file into modules: one for each path of headings,
 * which gives its title and, with the folders, its part.
 */
export function modulesOf(
  page: Page,
  units: readonly Unit[],
  defaults: ListDefaults,
): DeckModule[] {
  const title = documentTitle(page, units);
  const modules = new Map<string, { path: string[]; units: Unit[] }>();
  for (const own of runsOf(units)) {
    const path = pathOf(page, title, own[0]);
    const key = path.join('\n');
    const module = modules.get(key);
    if (module === undefined) modules.set(key, { path, units: own });
    else module.units.push(...own);
  }
  const titles = new Set<string>();
  const levelOf = sectionLevels(
    [...modules.values()].map(({ units: [first] }) => first?.path ?? []),
  );
  const tags = [...new Set([...page.preface.tags, ...fileTags(page)])];
  return [...modules.values()].map(({ path, units: own }) => ({
    ...moduleOf(page, path, own, titles, levelOf, defaults),
    tags,
  }));
}

/** Units one behind the other that share their path. */
function runsOf(units: readonly Unit[]): [Unit, ...Unit[]][] {
  const runs: [Unit, ...Unit[]][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (last?.[0].path === unit.path) last.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

function moduleOf(
  page: Page,
  path: readonly string[],
  units: readonly Unit[],
  titles: Set<string>,
  levelOf: LevelOf,
  defaults: ListDefaults,
): DeckModule {
  const part = page.preface.part || defaults.part || (path.at(-2) ?? '');
  return {
    title: distinct(path.at(-1) ?? 'Questions', part, titles),
    part,
    number: null,
    emoji: '',
    subtitle: '',
    tags: [],
    unknownKeys: {},
    extras: NO_EXTRAS,
    cards: cardsOf(units, levelOf, defaults),
    line: (units[0]?.line ?? 0) + 1,
  };
}

/** Two sections of a file may be called the same: the later is told apart by what it stands in. */
function distinct(title: string, part: string, taken: Set<string>): string {
  let name = title;
  if (taken.has(name.toLowerCase()) && part !== '') name = `${title} (${part})`;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${title} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

function cardsOf(units: readonly Unit[], levelOf: LevelOf, defaults: ListDefaults): DeckCard[] {
  // Questions below one heading share their path.
  let path: readonly string[] | null = null;
  let stars: Stars | null = null;
  return units.map((unit) => {
    if (unit.path !== path) stars = levelOf(unit.path);
    path = unit.path;
    return cardOf(unit, stars, defaults);
  });
}

function cardOf(unit: Unit, section: Stars | null, defaults: ListDefaults): DeckCard {
  const { line, stars, siblings, tags = [] } = unit;
  // What a file could not give back is no part of a card.
  const question = outerBlank(unit.question);
  const answer = outerBlank(unit.answer);
  const companies = unit.companies.length > 0 ? unit.companies : defaults.companies;
  const defects: CardDefect[] = answer === '' ? ['answer-empty'] : [];
  defects.push(...bareSideDefects(question, answer));
  if (question.includes('\uFFFD') || answer.includes('\uFFFD')) defects.push('encoding-lost');
  const card = {
    explicitId: null,
    stars: stars ?? section ?? defaults.stars,
    companies,
    tags,
    question,
    answer,
    line: line + 1,
    defects,
  };
  return siblings === undefined ? card : { ...card, siblings };
}

/** Folders, document, headings; the headings that repeat the document's title once. */
function pathOf({ around }: Page, title: string, unit: Unit): string[] {
  const path = [...around.folders.map(questionName), title, ...unit.path];
  const said = path.map(oneLine).filter((name) => name !== '');
  return said.filter((name, index) => name.toLowerCase() !== said[index - 1]?.toLowerCase());
}

const oneLine = (name: string) => name.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_TITLE).trim();

/** From the front matter, the first heading where that is no question, or the file's name. */
function documentTitle(page: Page, units: readonly Unit[]): string {
  const { preface, around } = page;
  if (preface.title !== '') return preface.title;
  const questions = new Set(units.map(({ line }) => line));
  const first = page.leaves.find(({ kind }) => kind === 'heading');
  if (first !== undefined && first.level === 1 && !questions.has(first.line)) {
    return plainTitle(first.content);
  }
  if (NAMELESS.test(around.name)) return around.folders.length > 0 ? '' : around.root;
  return questionName(around.name);
}

const TAGS = /<!--\s*tags:\s*\(?([^()>]{1,200}?)\)?\s*-->/i;

/** `<!-- tags: (html, css) -->`, as some lists end their files. */
function fileTags(page: Page): string[] {
  const comment = page.leaves.find(({ kind, content }) => kind === 'comment' && TAGS.test(content));
  const names = TAGS.exec(comment?.content ?? '')?.[1]?.split(',') ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
