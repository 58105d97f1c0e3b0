import { dirname, join, relative, sep } from 'node:path';
import { FrontMatterError } from '../../deck/front-matter/error.js';
import { readYaml } from '../../deck/front-matter/yaml-file.js';
import { decodeText } from '../../deck/text/decode.js';
import { VivaError } from '../../model/error.js';
import {
  type KeptChoice,
  LET_FILES_DECIDE,
  type ListDefaults,
  PLAIN_DEFAULTS,
  type ReadingChoice,
} from '../../model/reading.js';
import * as z from '../../model/schema.js';
import type { Files } from './ports.js';
import { shapeNames } from './shapes.js';
import type { ImportRoot } from './sources.js';

/** What the person says now: `auto` takes back what was said before, null says nothing. */
export interface GivenChoice {
  readonly shape: string | null;
  readonly questionsOnly: boolean;
}

/** What is given where the person says nothing. */
export const NOTHING_GIVEN: GivenChoice = { shape: null, questionsOnly: false };

/** How the files of a root are read, all told. */
export interface FoundChoice {
  readonly choice: ReadingChoice;
  readonly defaults: ListDefaults;
  /** What is to be kept with the collection. */
  readonly kept: KeptChoice;
  /** Is a file left out? Takes its absolute path. */
  leavesOut(path: string): boolean;
}

const FILE = '.viva.yaml';
const MAX_BYTES = 64 * 1024;
const STARS = { easy: 1, medium: 2, hard: 3 } as const;
/** A pattern with more stars than this could be slow to match. */
const PATTERN = /^(?:[^*]*\*){0,8}[^*]*$/;

const saidSchema = z.strictObject({
  shape: z.optional(
    z
      .string()
      .check(
        z.refine(
          (name) => shapeNames().includes(name),
          'must be a layout that "viva shapes" lists',
        ),
      ),
  ),
  questionsOnly: z._default(z.boolean(), false),
  leaveOut: z._default(
    z.array(z.string().check(z.maxLength(200), z.regex(PATTERN, 'has too many stars'))),
    [],
  ),
  part: z._default(z.string(), ''),
  companies: z._default(z.array(z.string()), []),
  difficulty: z.optional(z.enum(['easy', 'medium', 'hard'])),
});
type Said = z.infer<typeof saidSchema>;

const NOTHING_SAID: Said = saidSchema.parse({});

/**
 * Puts together how the files of a root are to be read: what the person says
 * now goes before what was said at an earlier import, and that before the
 * `.viva.yaml` beside the files. Throws `import-failed` for one that is not as it must be.
 */
export function findChoice(
  given: GivenChoice,
  root: ImportRoot,
  before: KeptChoice | null,
  files: Files,
): FoundChoice {
  const folder = folderOf(root, files);
  const file = folder === null ? null : join(folder, FILE);
  const isThere = file !== null && files.kindOf(file) === 'file';
  const bytes = isThere ? files.readBytes(file, MAX_BYTES) : null;
  const said = bytes === null || file === null ? NOTHING_SAID : readSaid(file, bytes);
  const earlier = given.shape === 'auto' || before === null ? LET_FILES_DECIDE : before;
  const shape = given.shape === 'auto' ? null : (given.shape ?? earlier.shape);
  const questionsOnly = given.questionsOnly || earlier.questionsOnly;
  return {
    choice: {
      shape: shape ?? said.shape ?? null,
      questionsOnly: questionsOnly || said.questionsOnly,
    },
    defaults: defaultsOf(said),
    kept: { shape, questionsOnly, said: bytes === null ? null : files.hashBytes(bytes) },
    leavesOut: matcher(folder, said.leaveOut),
  };
}

/** Is a choice the one that was kept, so that what was read stays as it is? */
export function isSameChoice(a: KeptChoice, b: KeptChoice | null): boolean {
  const { shape, questionsOnly, said } = b ?? { ...LET_FILES_DECIDE, said: null };
  return a.shape === shape && a.questionsOnly === questionsOnly && a.said === said;
}

function folderOf(root: ImportRoot, files: Files): string | null {
  if (root.kind === 'stdin') return null;
  return files.kindOf(root.path) === 'folder' ? root.path : dirname(root.path);
}

function defaultsOf({ part, companies, difficulty }: Said): ListDefaults {
  const stars = difficulty === undefined ? PLAIN_DEFAULTS.stars : STARS[difficulty];
  return { part: part.trim(), companies: companies.map((name) => name.trim()), stars };
}

function readSaid(file: string, bytes: Uint8Array): Said {
  const decoded = decodeText(bytes);
  if ('error' in decoded) throw unreadable(file, 1, 'it is not UTF-8 text');
  try {
    // The lines of YAML are counted from that of an opening mark.
    const yaml = readYaml(`\n${decoded.text}`);
    const parsed = saidSchema.safeParse(yaml.data);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const key = String(issue?.path[0] ?? 'a key');
    throw unreadable(file, yaml.placeOf(key).line - 1, `${key} ${issue?.message ?? 'is wrong'}`);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    throw unreadable(file, error.at.line - 1, error.message);
  }
}

function unreadable(file: string, line: number, why: string): VivaError {
  return new VivaError(
    'import-failed',
    `"${file}" cannot be read: ${why}.`,
    'It may hold shape, questionsOnly, leaveOut, part, companies and difficulty; see docs/bring-your-own.md.',
    { place: { file, line: Math.max(1, line) } },
  );
}

/** `*` stands for any characters but `/`, a folder's name for all that is in it. */
function matcher(folder: string | null, patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map((pattern) => {
    const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
    return new RegExp(`^${escaped.replace(/\/$/, '')}(?:/|$)`);
  });
  if (folder === null || expressions.length === 0) return () => false;
  return (path) => {
    const inside = relative(folder, path).split(sep).join('/');
    return expressions.some((expression) => expression.test(inside));
  };
}
