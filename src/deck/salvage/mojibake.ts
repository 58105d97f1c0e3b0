import { type CodePage, HINT_OF_DAMAGE } from './codepage.js';
import { likelyCharacter, plausibleCandidates, type Surroundings } from './likely.js';
import type { Edit } from './rewrite.js';
import { type Run, readSuspects, type Sequence, type Suspects } from './sequences.js';

/** A character that cannot be known again. */
interface LostCharacter {
  readonly at: number;
  readonly message: string;
}

export interface MojibakeRepair {
  /** One for each damaged sequence; U+FFFD stands in for what is lost. */
  readonly edits: readonly Edit[];
  readonly lost: readonly LostCharacter[];
}

/** What the whole text says about one code page. */
interface Evidence {
  /** Something can be nothing but damage. */
  readonly damaged: boolean;
  /** Some letters can be nothing but themselves. */
  readonly genuine: boolean;
}

const LOST = '\ufffd';
// Signs that people write; a short Thai word can look like any other character.
const EVERYDAY_SIGN = /^[·×÷²³¹°±§µº¼½¾\u0391-\u03c9]$/;

/**
 * Finds UTF-8 that was shown in windows-874 or windows-1252 and returns the edits
 * that mend it. Right text in any script has none: a stretch that could be
 * either is mended only where the rest of the text shows such damage.
 */
export function repairMojibake(text: string): MojibakeRepair {
  if (!HINT_OF_DAMAGE.test(text)) return { edits: [], lost: [] };
  const suspects = readSuspects(text);
  const evidence = { thai: weigh(suspects, 'thai'), latin: weigh(suspects, 'latin') };
  const edits: Edit[] = [];
  const lost: LostCharacter[] = [];
  for (const run of suspects.runs) repairRun(text, run, evidence[run.codePage], edits, lost);
  return { edits, lost };
}

function weigh({ runs, genuine }: Suspects, codePage: CodePage): Evidence {
  let damaged = false;
  let signs = false;
  for (const run of runs) {
    if (run.codePage !== codePage) continue;
    damaged ||= hasCertain(run);
    signs ||= run.sequences.some(isEverydaySign);
  }
  if (codePage === 'thai' && signs && !genuine.thai) damaged = true;
  return { damaged, genuine: genuine[codePage] };
}

function hasCertain(run: Run): boolean {
  return run.sequences.some(({ certain }) => certain);
}

function isEverydaySign({ character }: Sequence): boolean {
  return character !== null && EVERYDAY_SIGN.test(character);
}

function repairRun(
  text: string,
  run: Run,
  evidence: Evidence,
  edits: Edit[],
  lost: LostCharacter[],
): void {
  for (const [index, sequence] of run.sequences.entries()) {
    if (!isDamage(sequence, run, evidence)) continue;
    const { at, length, bytes } = sequence;
    let character = sequence.character;
    if (character === null) {
      const around = surroundings(text, sequence, edits.at(-1), run.sequences[index + 1]);
      character = likelyCharacter(bytes, around);
      if (character === null) lost.push({ at, message: lostMessage(bytes, around) });
    } else if (character === LOST) {
      lost.push({
        at,
        message: 'a character was lost before the file was made; type the right one',
      });
    }
    const taken = length + blanksOf(text, sequence, character);
    edits.push({ at, length: taken, text: character ?? LOST });
  }
}

/** Returns how many plain spaces behind a sequence are what became of its no-break space byte. */
function blanksOf(text: string, sequence: Sequence, character: string | null): number {
  if (sequence.character !== null) return 0;
  if (character === '\u00a0') return 1;
  return character === 'à' && text.startsWith('  ', sequence.at + sequence.length) ? 1 : 0;
}

function isDamage(sequence: Sequence, run: Run, evidence: Evidence): boolean {
  if (hasCertain(run)) return true;
  if (!evidence.damaged) return false;
  if (sequence.character !== null) return !evidence.genuine || isEverydaySign(sequence);
  return !evidence.genuine && (run.codePage === 'thai' || isLatinRemainder(sequence));
}

// A lone capital may be itself; Â, Ã and Ï are what signs, à and ρ leave behind.
function isLatinRemainder({ bytes }: Sequence): boolean {
  return bytes.length > 1 || [0xc2, 0xc3, 0xcf].includes(bytes[0] ?? 0);
}

function surroundings(
  text: string,
  { at, length }: Sequence,
  previous: Edit | undefined,
  next: Sequence | undefined,
): Surroundings {
  const adjoins = previous !== undefined && previous.at + previous.length === at;
  const [lead, second, third = 0x8f] = next?.bytes ?? [];
  return {
    before: adjoins ? previous.text : lastCharacter(text, at),
    after: text.charAt(at + length),
    emojiStyle: lead === 0xef && second === 0xb8 && third === 0x8f,
  };
}

function lastCharacter(text: string, end: number): string {
  const code = text.codePointAt(end - 2) ?? 0;
  return code > 0xffff ? String.fromCodePoint(code) : text.charAt(end - 1);
}

function lostMessage(bytes: readonly number[], around: Surroundings): string {
  const choices = plausibleCandidates(bytes, around).slice(0, 8);
  const list = choices.length > 0 ? ` (it was one of ${choices.join(' ')})` : '';
  return `a character lost a byte when the file was saved in the wrong encoding; type the right one${list}`;
}
