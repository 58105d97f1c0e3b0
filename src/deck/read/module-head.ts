import type { Diagnostic } from '../../model/diagnostic.js';
import type { DeckModule } from '../../model/module.js';
import { FrontMatterError } from '../front-matter/error.js';
import { readFrontMatter } from '../front-matter/front-matter.js';
import { KEY_RULES, moduleSchema } from '../front-matter/module-schema.js';
import type { YamlFile } from '../front-matter/yaml-file.js';
import type { Report } from '../text/report.js';
import { lineAt, lineText, type Position, type Source } from '../text/source.js';
import type { ModuleSpan } from './split-modules.js';

/** What the front matter says of a module. */
export type ModuleHead = Omit<DeckModule, 'extras' | 'cards' | 'line'>;

/** A module's front matter and where the rest begins. */
export interface SplitModule {
  readonly head: ModuleHead;
  /** The line (from 0, within the module) behind the front matter. */
  readonly bodyLine: number;
}

const FIX = 'put the lines ---, title: "Its name" and --- above the text';

const NO_HEAD = `there is no front matter: ${FIX}`;
const NO_TITLE = 'the module has no title: add title: "Its name"';

/** Is a finding about front matter that is there and cannot be read? That of a list needs no title. */
export function isBrokenHead({ code, message }: Diagnostic): boolean {
  return code === 'front-matter-invalid' && message !== NO_HEAD && message !== NO_TITLE;
}

/** Says that a file holds no front matter at all. */
export function reportMissingHead(report: Report): void {
  report('front-matter-invalid', { line: 1, column: 1 }, NO_HEAD);
}

/**
 * Reads the front matter of a module, given its text. Returns null, and reports
 * why, where it cannot be used: that module is left out. `reported` collects
 * unknown keys, each of which is reported once a file.
 */
export function readModuleHead(
  source: Source,
  span: ModuleSpan,
  reported: Set<string>,
  report: Report,
): SplitModule | null {
  const opening = lineText(source, 0).trim();
  const at = { line: span.open + 1, column: 1 };
  if (!isYamlOpening(opening)) {
    const engine = opening.slice(3).trim().slice(0, 40);
    report('front-matter-engine', { ...at, column: 4 }, engineMessage(engine));
    return null;
  }
  if (span.close === null) {
    report(
      'front-matter-invalid',
      at,
      'the front matter is not closed: add a line --- after its last key',
    );
    return null;
  }
  try {
    const matter = readFrontMatter(source.text, span.close - span.open);
    const head = checkHead(matter, span, reported, report);
    const bodyLine = lineAt(source, source.text.length - matter.body.length);
    return head === null ? null : { head, bodyLine };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    report(
      'front-matter-invalid',
      shift(error.at, span),
      `the front matter cannot be read: ${error.message}`,
    );
    return null;
  }
}

const isYamlOpening = (opening: string) => /^---\s*(?:ya?ml)?$/i.test(opening);

const engineMessage = (engine: string) =>
  `front matter in "${engine}" is not read and never run: write it as YAML and remove "${engine}"`;

const shift = (at: Position, span: ModuleSpan): Position => ({
  line: span.open + at.line,
  column: at.column,
});

function checkHead(
  matter: YamlFile,
  span: ModuleSpan,
  reported: Set<string>,
  report: Report,
): ModuleHead | null {
  const parsed = moduleSchema.safeParse(matter.data);
  if (!parsed.success) {
    const key = String(parsed.error.issues[0]?.path[0] ?? 'title');
    const message = key in matter.data ? KEY_RULES[key] : NO_TITLE;
    const at = shift(matter.placeOf(key), span);
    report('front-matter-invalid', at, message ?? `${key} is not as it must be`);
    return null;
  }
  const {
    title,
    part = '',
    number = null,
    emoji = '',
    subtitle = '',
    tags = [],
    ...rest
  } = parsed.data;
  const unknown = Object.keys(rest).filter((key) => key !== 'verified' && key !== 'damaged');
  reportUnknown(unknown, matter, span, reported, report);
  return { title, part, number, emoji, subtitle, tags, unknownKeys: rest };
}

function reportUnknown(
  keys: readonly string[],
  matter: YamlFile,
  span: ModuleSpan,
  reported: Set<string>,
  report: Report,
): void {
  const fresh = keys.filter((key) => !reported.has(key));
  const first = fresh[0];
  if (first === undefined) return;
  for (const key of fresh) reported.add(key);
  const names = fresh.length === 1 ? `the key ${first} is` : `the keys ${fresh.join(', ')} are`;
  const message = `${names} not part of the format: kept, but not used`;
  report('front-matter-unknown-key', shift(matter.placeOf(first), span), message);
}
