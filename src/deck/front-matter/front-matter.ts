import matter from 'gray-matter';
import { FrontMatterError } from './error.js';
import { readYaml, type YamlFile } from './yaml-file.js';

const MAX_LENGTH = 16 * 1024;
/** gray-matter reads a run of white space in quadratic time. */
const MUCH_SPACE = /\s{200}/;
/** gray-matter stops at any such line, a lone `---` or not. */
const DASHES = /(?:^|\n)---/;

/** Front matter that was read, and the text behind it. */
export interface FrontMatter extends YamlFile {
  /** What stands behind the closing `---`. */
  readonly body: string;
}

/**
 * Reads the front matter that a text begins with. Its last line is that of the
 * closing `---`, `close` (from 0). Only YAML is read, never run. Throws
 * FrontMatterError with the place of the first mistake.
 */
export function readFrontMatter(text: string, close: number): FrontMatter {
  checkShape(text.split('\n', close).slice(1).join('\n'));
  try {
    return split(text);
  } catch (error) {
    if (error instanceof FrontMatterError) throw error;
    throw new FrontMatterError('it nests too deep: make it simpler', { line: 1, column: 1 });
  }
}

function split(text: string): FrontMatter {
  let yaml: YamlFile = { data: {}, placeOf: () => ({ line: 1, column: 1 }) };
  const file = matter(text, {
    language: 'yaml',
    delimiters: '---',
    excerpt: false,
    engines: {
      yaml: (block: string) => {
        yaml = readYaml(block);
        return yaml.data;
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      toml: refuse,
      coffee: refuse,
    },
  });
  return { ...yaml, body: file.content };
}

/** gray-matter's own engine would run JavaScript; nothing here ever asks for it. */
function refuse(): never {
  throw new FrontMatterError('only YAML front matter is read', { line: 1, column: 1 });
}

function checkShape(yaml: string): void {
  const at = { line: 1, column: 1 };
  if (yaml.length > MAX_LENGTH) {
    throw new FrontMatterError(
      `longer than ${MAX_LENGTH / 1024} KiB: close it with --- or shorten it`,
      at,
    );
  }
  if (MUCH_SPACE.test(yaml)) {
    throw new FrontMatterError('200 blanks in a row: remove the empty lines', at);
  }
  const dashes = DASHES.exec(yaml);
  if (dashes === null) return;
  const line = yaml.slice(0, dashes.index + 1).split('\n').length + 1;
  const message = 'no line may start with --- here: indent or quote it';
  throw new FrontMatterError(message, { line, column: 1 });
}
