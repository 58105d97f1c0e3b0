/** A `**Q:**` or `**A:**` at the start of a line. Offsets into the text searched. */
export interface Marker {
  readonly start: number;
  /** Where the text behind the marker begins. */
  readonly textStart: number;
  readonly bold: boolean;
  /** `**Cloze:**`: the gaps of the text behind it are asked. */
  readonly asksGaps: boolean;
  /** Emphasis marks that reach over the text behind the marker, as in `**Q: …**`. */
  readonly emphasis: string;
}

const QUESTION = markerPattern('Q|Question|Cloze', 'Q');
const ANSWER = markerPattern('A|Ans|Answer', 'A');
// Behind "A:" they show that the letters count choices.
const CHOICE = /\n[ \t]*(?:\*\*|__)?B(?:\*\*|__)?[:.)]/g;

function markerPattern(boldNames: string, plainName: string): RegExp {
  const number = '(?: ?\\d{1,3})?';
  const bold = `(?<mark>\\*\\*|__)(?<name>${boldNames})${number}[ \\t]*(?:(?<closed>:[ \\t]*\\k<mark>|\\k<mark>[ \\t]*:)|:(?=[ \\t]*[^\\s*_]))`;
  return new RegExp(`(?<=^|\\n)[ \\t]*(?:${bold}|${plainName}${number}:(?=\\s|$))`, 'g');
}

/** Finds the question markers of a paragraph. */
export function questionMarkers(text: string): Marker[] {
  return /(?:^|[\s*_])(?:Q|Cloze)/.test(text) ? markers(text, QUESTION) : [];
}

/** Finds the answer markers of a paragraph. "A:" with "B:" below it is a choice, no answer. */
export function answerMarkers(text: string): Marker[] {
  if (!/(?:^|[\s*_])A/.test(text)) return [];
  const found = markers(text, ANSWER);
  if (found.length === 0) return found;
  const lastChoice = [...text.matchAll(CHOICE)].at(-1)?.index ?? -1;
  return found.filter((marker) => marker.bold || marker.start > lastChoice);
}

function markers(text: string, pattern: RegExp): Marker[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const { mark, name, closed } = match.groups ?? {};
    return {
      start: match.index,
      textStart: match.index + match[0].length,
      bold: mark !== undefined,
      asksGaps: name === 'Cloze',
      emphasis: mark !== undefined && closed === undefined ? mark : '',
    };
  });
}
