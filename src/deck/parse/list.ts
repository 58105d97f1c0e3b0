import type { DeckCard } from '../../model/card.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import {
  LET_FILES_DECIDE,
  type ListDefaults,
  type Reading,
  type ReadingChoice,
} from '../../model/reading.js';
import { counted } from '../../model/text/counted.js';
import { reportControlCharacters, reportLostCharacters } from '../check/text-findings.js';
import { MIN_CONFIDENCE, type Vote, votesOn } from '../shapes/decide.js';
import { reportDoubts } from '../shapes/doubts.js';
import { modulesOf } from '../shapes/modules.js';
import { type FileSurroundings, pageOf } from '../shapes/page/page.js';
import { plainMarkup } from '../shapes/page/site-markup.js';
import type { Unit } from '../shapes/shape.js';
import { isStray } from '../shapes/stray.js';
import { unkeyed } from '../shapes/unit/answer-key.js';
import { unnoted, withFootnotes } from '../shapes/unit/footnotes.js';
import { withSaidLines } from '../shapes/unit/said-lines.js';
import { outermostFirst } from '../shapes/within.js';
import { excess, MAX_QUESTIONS } from '../text/file-limits.js';
import { type Report, reporterFor } from '../text/report.js';

/** What a file of another layout than viva's own holds. */
export interface ParsedList {
  readonly modules: DeckModule[];
  /** In the order of the file. */
  readonly diagnostics: Diagnostic[];
  readonly reading: Reading;
}

/** What is known of a list beside its text. */
export interface ListHints {
  readonly around: FileSurroundings;
  readonly choice: ReadingChoice;
  readonly defaults: ListDefaults;
}

/** Where fewer questions than this have an answer, it is a list of bare questions. */
const MIN_ANSWERED = 0.1;

/**
 * Reads somebody's question list: every shape votes on the whole file, and the
 * likeliest says where its questions and answers are. `text` is decoded;
 * `file` only names it in diagnostics. Never throws for what the text holds.
 */
export function parseList(
  file: string,
  text: string,
  { around, choice, defaults }: ListHints,
): ParsedList {
  const diagnostics: Diagnostic[] = [];
  const report = reporterFor(file, diagnostics);
  const given = normalised(text);
  const plain = plainMarkup(given);
  const keyed = unkeyed(plain);
  const hasKey = keyed.answers.size > 0;
  const noted = hasKey ? keyed : unnoted(plain);
  const page = pageOf(noted.text, around, choice.questionsOnly || hasKey);
  const votes = outermostFirst(votesOn(page, choice.shape));
  const vote = winner(votes, choice);
  // Where the shape that the person says is nowhere to be seen, what came nearest is told of.
  if (vote === null) return nothing(winner(votes, LET_FILES_DECIDE), diagnostics, report);
  if (!vote.isSure) return nothing(vote, diagnostics, report);
  const count = given.split('\n').length;
  // Plain markup may have a line more, of closing tags, which a table takes for a row.
  const read = vote.ballot
    .read()
    .filter(({ question, line }) => question.trim() !== '' && line < count);
  const said = withFootnotes(read, noted).map(withSaidLines);
  const units = said.map((unit) => ({ ...unit, stars: unit.stars ?? page.preface.stars }));
  if (choice.shape === null && isStray(around, vote, units)) {
    return nothing(vote, diagnostics, report);
  }
  if (units.length > MAX_QUESTIONS) return tooMany(vote, units, diagnostics, report);
  const answered = units.filter(({ answer }) => answer !== '').length;
  const isBare = vote.shape.mayBeBare === true && answered < units.length * MIN_ANSWERED;
  if (isBare && !choice.questionsOnly && around.prevailing !== vote.shape.name) {
    return bare(vote, units, diagnostics, report);
  }
  reportDoubts(page, units, report);
  reportControlCharacters(page.source, report);
  reportLostCharacters(page.source, report);
  const modules = modulesOf(page, units, defaults);
  const cards = modules.flatMap((module) => module.cards);
  const reading = readingOf(vote, cards);
  return { modules, diagnostics: diagnostics.sort((a, b) => a.line - b.line), reading };
}

/** Drops a byte order mark and makes every line end in `\n`. */
function normalised(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replaceAll(/\r\n?/g, '\n') : bare;
}

interface Winner extends Vote {
  readonly isSure: boolean;
}

/** The shape that the person says, else the likeliest; null where nothing speaks for any. */
function winner(votes: readonly Vote[], { shape }: ReadingChoice): Winner | null {
  const first = shape === null ? votes[0] : votes.find((vote) => vote.shape.name === shape);
  if (first === undefined) return null;
  const { confidence } = first.ballot;
  if (shape === null && confidence <= 0) return null;
  return { ...first, isSure: shape !== null || confidence >= MIN_CONFIDENCE };
}

function readingOf({ shape, ballot }: Vote, cards: readonly DeckCard[]): Reading {
  return {
    shape: shape.name,
    why: ballot.why,
    nearest: null,
    line: ballot.line + 1,
    cards: cards.length,
    empty: cards.filter(({ defects }) => defects.includes('answer-empty')).length,
    bare: 0,
  };
}

function nothing(vote: Vote | null, diagnostics: Diagnostic[], report: Report): ParsedList {
  const line = (vote?.ballot.line ?? 0) + 1;
  const nearest = vote?.shape.name ?? null;
  const why = vote?.ballot.why ?? 'nothing looks like a question';
  const message =
    nearest === null
      ? 'no questions found: "viva shapes" shows what lists can look like'
      : `no questions found: closest was ${nearest} (${why}); --as-shape decides, "viva shapes" shows all`;
  report('no-questions', { line, column: 1 }, message);
  const none = { shape: null, cards: 0, empty: 0, bare: 0 };
  return { modules: [], diagnostics, reading: { ...none, why, nearest, line } };
}

function bare(
  { shape, ballot }: Vote,
  units: readonly Unit[],
  diagnostics: Diagnostic[],
  report: Report,
): ParsedList {
  const line = ballot.line + 1;
  const message = `${counted(units.length, 'question')} without answers (${shape.name}): --questions-only takes them in`;
  report('no-questions', { line, column: 1 }, message);
  const reading = {
    shape: null,
    why: ballot.why,
    nearest: shape.name,
    line,
    cards: 0,
    empty: 0,
    bare: units.length,
  };
  return { modules: [], diagnostics, reading };
}

function tooMany(
  vote: Vote,
  units: readonly Unit[],
  diagnostics: Diagnostic[],
  report: Report,
): ParsedList {
  const at = (units[MAX_QUESTIONS]?.line ?? 0) + 1;
  const found = excess('questions', MAX_QUESTIONS, at);
  report('file-too-large', found.at, found.message);
  return { modules: [], diagnostics, reading: { ...readingOf(vote, []), shape: null } };
}
