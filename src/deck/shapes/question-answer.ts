import { counted } from '../../model/text/counted.js';
import { BRACKET_GAP, findGaps, gapCards } from '../text/gaps.js';
import { lineStart } from '../text/source.js';
import { finishedAnswer } from './body.js';
import { starScale } from './difficulty.js';
import { groupsAbove } from './groups.js';
import type { Page } from './page.js';
import type { Shape, Unit } from './shape.js';
import { cut } from './text.js';
import { titleOf } from './title.js';
import { pathFinder } from './units.js';

const MARKER =
  /^(\*\*|__)?(Q|A|C|Question|Answer|Cloze) ?\d{0,4}\s?(?::\s?\1|\1\s?:|:)(?=\s|$|\S)/i;
/** `Q1.` and `A1)`, where both stand in a file. */
const NUMBERED = /^(\*\*|__)?(Q|A|Question|Answer) ?\d{1,4} ?[.)](?:\1(?=\s)|(?=\s))/i;
const HTML_BOLD = /^<(b|strong)>/i;
const MAX_PROSE = 3;

interface Marker {
  readonly kind: 'q' | 'a' | 'c' | 'end';
  readonly line: number;
  /** Offset behind the marker. */
  readonly textStart: number;
  /** The mark of emphasis that is still open behind it. */
  readonly bold: string;
  /** A number and a dot alone: it counts only where as many answers are marked. */
  readonly isLoose: boolean;
}

/** `Q:` and `A:` at the start of a line, `C:` with gaps, as hashcards and repeater have them. */
export const questionAnswer: Shape = {
  name: 'question-answer',
  mayBeBare: true,
  summary: 'lines that begin with Q: and A:, or C: with [gaps] (hashcards, repeater)',
  example:
    'Q: What is kept in a KV cache?\nA: Keys and values.\n\nC: A cache grows with the [length] of the text.',
  vote(page) {
    const markers = findMarkers(page);
    const questions = markers.filter(({ kind }) => kind === 'q').length;
    const answers = markers.filter(({ kind }) => kind === 'a').length;
    const gapped = markers.filter((marker) => marker.kind === 'c' && isGapped(page, marker)).length;
    const first = markers.find(({ kind }) => kind === 'q' || kind === 'c');
    if (first === undefined || questions + gapped === 0) return null;
    const prose = page.leaves.filter(
      ({ kind, line }) => kind === 'paragraph' && line < first.line,
    ).length;
    const isMain = prose <= MAX_PROSE + questions + gapped;
    const isPaired = answers * 2 >= questions || questions >= 3;
    return {
      confidence: isMain && isPaired ? 0.95 : 0.4,
      why: `${counted(questions, 'line')} with Q:, ${answers} with A:, ${gapped} with C: and a gap`,
      line: first.line,
      read: () => readMarkers(page, markers),
    };
  },
};

function isGapped(page: Page, { textStart, line }: Marker): boolean {
  const end = lineStart(page.source, line + 20);
  return findGaps(page.source.text.slice(textStart, end), BRACKET_GAP).length > 0;
}

/** Markers stand at the start of lines of text; a rule between them ends a card. */
function findMarkers(page: Page): Marker[] {
  const found = page.leaves.flatMap((leaf): Marker[] => {
    if (leaf.kind === 'rule') {
      return [{ kind: 'end', line: leaf.line, textStart: 0, bold: '', isLoose: false }];
    }
    if (leaf.quoted || (leaf.kind !== 'paragraph' && leaf.kind !== 'heading')) return [];
    const inLeaf: Marker[] = [];
    for (let line = leaf.line; line < leaf.end; line++) {
      const marker = markerAt(page, line);
      if (marker !== null) inLeaf.push(marker);
    }
    return inLeaf;
  });
  const loose = found.filter(({ kind, isLoose }) => kind === 'q' && isLoose).length;
  const answers = found.filter(({ kind }) => kind === 'a').length;
  return loose > 0 && answers >= loose ? found : found.filter(({ isLoose }) => !isLoose);
}

function markerAt(page: Page, line: number): Marker | null {
  const whole = page.lines[line] ?? '';
  const tag = HTML_BOLD.exec(whole);
  const text = whole.slice(tag?.[0].length ?? 0);
  const strict = MARKER.exec(text);
  const match = strict ?? NUMBERED.exec(text);
  const kind = match?.[2]?.charAt(0).toLowerCase();
  if (match === null || (kind !== 'q' && kind !== 'a' && kind !== 'c')) return null;
  const bold = match[1] ?? '';
  const isOpen = bold !== '' && match[0].split(bold).length === 2;
  const textStart = lineStart(page.source, line) + (tag?.[0].length ?? 0) + match[0].length;
  const closing = tag === null ? (isOpen ? bold : '') : `</${tag[1]}>`;
  return { kind, line, textStart, bold: closing, isLoose: strict === null };
}

function readMarkers(page: Page, markers: readonly Marker[]): Unit[] {
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  const scale = starScale(markers.map(({ line }) => page.lines[line] ?? ''));
  const units: Unit[] = [];
  for (const [index, marker] of markers.entries()) {
    const textOf = (at: number) => {
      const own = markers[at];
      if (own === undefined) return '';
      const next = markers[at + 1];
      const end = next === undefined ? page.source.text.length : lineStart(page.source, next.line);
      const text = cut(page, own.textStart, end).trim();
      // `**Q: …**` closes its mark behind the text.
      return own.bold === '' ? text : text.replace(own.bold, '');
    };
    const place = { line: marker.line, companies: [], path: pathAt(marker.line) };
    if (marker.kind === 'q') {
      const title = titleOf(textOf(index), scale, false);
      const answer = markers[index + 1]?.kind === 'a' ? finishedAnswer(textOf(index + 1)) : '';
      units.push({ ...place, question: title.text, answer, stars: title.stars });
    } else if (marker.kind === 'c') {
      const text = textOf(index);
      for (const card of gapCards(text, findGaps(text, BRACKET_GAP))) {
        units.push({ ...place, ...card, stars: null });
      }
    }
  }
  return units.filter(({ question }) => question !== '');
}
