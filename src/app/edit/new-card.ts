import { join } from 'node:path';
import { insertLines, splitLines, textOfLines } from '../../deck/edit/lines.js';
import { writeCompanies, writeTags } from '../../deck/write/card.js';
import { moduleFileName } from '../../deck/write/file-name.js';
import { writeFrontMatter, writeModule } from '../../deck/write/module.js';
import type { DeckCard, Stars } from '../../model/card.js';
import type { DiagnosticCode } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import type { Moment } from '../../model/moment.js';
import { starText } from '../../model/text/stars.js';
import { readModules } from '../import/read-modules.js';
import { type FoundModule, findModule } from './find-module.js';
import { isRefused, RefusedText } from './findings.js';
import { refuseLostHeading } from './lost.js';
import { OverlayBook } from './overlay-book.js';
import { ownCollection } from './own-collection.js';
import type { EditPorts } from './ports.js';
import { saysAll, sourceCards } from './source-cards.js';
import { type ChangePlan, Workspace } from './workspace.js';

/** What a new card begins with. */
export interface NewCardRequest {
  /** Title of the module that it is for; null for the inbox. */
  readonly module: string | null;
  readonly stars: Stars;
  readonly companies: readonly string[];
  readonly tags: readonly string[];
}

/** Title of the module for cards that have none yet. */
const INBOX = 'Inbox';

/** What a heading that is lost would be read as. */
const DEFAULT_STARS: Stars = 2;

/** A title in front matter, or a heading of the first level. */
const NAMES_MODULE = /^(?:title[ \t]*:|#[ \t]+\S)/m;

const EMPTY_MODULE: DeckModule = {
  ...{ title: INBOX, part: '', number: null, emoji: '', subtitle: '', tags: [], unknownKeys: {} },
  extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
  ...{ cards: [], line: 1 },
};

/**
 * Returns the text that a person fills in to write a card: a module of one
 * question. Its title says where the card goes: to the module of that title, or
 * to a new one. What is known of the card already stands in it.
 */
export function newTemplate(
  { module, stars, companies, tags }: NewCardRequest,
  { question, answer } = { question: '', answer: '' },
): string {
  const heading = `### ${starText(stars)}${companies.length === 0 ? '' : ` ${writeCompanies(companies)}`}`;
  const head = writeFrontMatter({ ...EMPTY_MODULE, title: module ?? INBOX });
  return `${head}

${[heading, writeTags(tags)].filter((each) => each !== '').join('\n\n')}

**Q:** ${question}

<details>
<summary>Answer</summary>

${answer}

</details>
`;
}

/** Where the person begins to write, 1-based. */
export function questionLine(template: string): number {
  return template.split('\n').findIndex((line) => line.startsWith('**Q:**')) + 1;
}

/** A new card's place, and the plan to put it there. */
export interface NewPlan extends ChangePlan {
  readonly module: string;
  readonly file: string;
}

/**
 * Refuses a text without the heading that has what was asked for on the command line.
 * Throws `text-refused`.
 */
export function refuseLostMarks(request: NewCardRequest, text: string): void {
  const says = request.stars !== DEFAULT_STARS || request.companies.length > 0;
  if (says) refuseLostHeading(newTemplate(request), { text, line: 1 });
}

/** A draft, and the module that it is for where it names none; null for the inbox. */
interface NewDraft {
  readonly draft: string;
  readonly title: string | null;
}

/**
 * Plans the cards of a filled-in template, `draft` being its file: behind the
 * others of the module that it names, in the person's own file or, where that
 * is another's or its layout has no place for them, in the person's overlay; in
 * a new module where there is none of that title. Throws `text-refused`.
 */
export function planNew(
  { draft, title }: NewDraft,
  text: string,
  moment: Moment,
  ports: EditPorts,
): NewPlan {
  const head = NAMES_MODULE.test(text)
    ? ''
    : `${writeFrontMatter({ ...EMPTY_MODULE, title: title ?? INBOX })}\n\n`;
  const { module, chunks } = readDraft(draft, head, text);
  const target = findModule({ ...module, number: module.number }, moment, ports);
  const workspace = new Workspace(ports.files);
  const file =
    target === null
      ? makeModule(module, chunks, workspace, ports)
      : addTo(target, module.cards, chunks, workspace, ports);
  return {
    ...workspace.plan(module.cards.length),
    module: target?.module.title ?? module.title,
    file,
  };
}

/** `head` is what a text without front matter is read under; findings are at lines of the text. */
function readDraft(
  draft: string,
  head: string,
  text: string,
): { module: DeckModule; chunks: string[] } {
  const whole = head + text;
  const above = head.split('\n').length - 1;
  const lineOf = ({ line }: { readonly line: number }) => Math.max(1, line - above);
  const { modules, diagnostics } = readModules(draft, Buffer.from(whole, 'utf8'));
  const wrong = diagnostics.filter(isRefused);
  const refused = wrong.length > 0 ? wrong : diagnostics.filter(lacksAnswer);
  if (refused.length > 0)
    throw new RefusedText(refused.map((each) => ({ line: lineOf(each), message: each.message })));
  const [module, another] = modules;
  if (module === undefined) throw new RefusedText([{ line: 1, message: 'there is no card' }]);
  if (another !== undefined) {
    throw new RefusedText([
      { line: lineOf(another), message: 'a second module begins here: write one card at a time' },
    ]);
  }
  const lines = splitLines(whole);
  const chunks = sourceCards(draft, whole).map(({ range }) =>
    textOfLines(lines, range ?? { from: 1, to: 0 }),
  );
  return { module, chunks };
}

function lacksAnswer({ code }: { readonly code: DiagnosticCode }): boolean {
  return code === 'answer-empty';
}

function makeModule(
  module: DeckModule,
  chunks: readonly string[],
  workspace: Workspace,
  { store, files, folders }: EditPorts,
): string {
  const there = files.kindOf(folders.cards) === 'folder' ? files.namesIn(folders.cards) : [];
  const file = join(folders.cards, moduleFileName(module, new Set(there)));
  const head = writeModule({ ...module, cards: [] });
  const text = `${head}\n${chunks.join('\n\n')}\n`;
  workspace.write(file, text, ownCollection(store.sources(), folders.cards));
  return file;
}

function addTo(
  target: FoundModule,
  cards: readonly DeckCard[],
  chunks: readonly string[],
  workspace: Workspace,
  ports: EditPorts,
): string {
  const written = target.isOwn ? insertedText(target, cards, chunks, workspace) : null;
  if (written !== null) {
    workspace.write(target.file, written, target.collection);
    return target.file;
  }
  const book = new OverlayBook(target.collection, ports);
  book.add({ key: target.key, head: { ...target.module, cards: [] } }, cards);
  book.write(workspace);
  return workspace.plan(0).files[0]?.path ?? target.file;
}

/**
 * The text of a module's file with cards behind the last one of the module, as
 * deep as that one; null where it would not be read as wanted.
 */
export function insertedText(
  { file, module }: Pick<FoundModule, 'file' | 'module'>,
  cards: readonly DeckCard[],
  chunks: readonly string[],
  workspace: Workspace,
): string | null {
  const text = workspace.read(file);
  if (text === null) return null;
  const lines = splitLines(text);
  const all = sourceCards(file, text);
  const isOfModule = (each: DeckModule) =>
    each.title === module.title && each.number === module.number;
  const at = all.findLastIndex((each) => isOfModule(each.module));
  const last = all[at];
  if (at >= 0 && last?.range == null) return null;
  const wanted = all.map(({ card }) => card).toSpliced(at + 1, 0, ...cards);
  for (const tried of last?.range ? [behind(lines, last.range, chunks)] : atEnd(lines, chunks)) {
    if (saysAll(sourceCards(file, tried), wanted)) return tried;
  }
  return null;
}

function behind(
  lines: readonly string[],
  range: { from: number; to: number },
  chunks: readonly string[],
): string {
  const mark = /^ {0,3}(#{1,6})[ \t]/.exec(lines[range.from - 1] ?? '')?.[1];
  const deep =
    mark === undefined ? chunks : chunks.map((chunk) => chunk.replace(/^#{1,6}(?=[ \t])/, mark));
  const isLast = range.to >= lines.length || (lines[range.to] ?? '').trim() === '';
  return insertLines(lines, range.to, `\n${deep.join('\n\n')}${isLast ? '' : '\n'}`).join('');
}

/** A module without cards: at the end of its file, below a heading for them where it has none. */
function atEnd(lines: readonly string[], chunks: readonly string[]): string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--;
  const text = chunks.join('\n\n');
  const kept = lines.slice(0, end);
  return [
    insertLines(kept, end, `\n${text}`).join(''),
    insertLines(kept, end, `\n## Interview Questions\n\n${text}`).join(''),
  ];
}

/** Is a text what the template was, but for blanks? */
export function isUntouched(text: string, template: string): boolean {
  const squeezed = (each: string) => each.replaceAll(/\s+/g, ' ').trim();
  return squeezed(text) === '' || squeezed(text) === squeezed(template);
}
