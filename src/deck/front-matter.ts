import { FrontMatterError } from './front-matter-error.js';
import { readPlainFrontMatter } from './plain-front-matter.js';
import { readYaml, type YamlFile } from './yaml-file.js';

const MAX_LENGTH = 16 * 1024;
const MUCH_SPACE = /\s{200}/;
/** To YAML it begins another document; elsewhere it ends the front matter. */
const DASHES = /(?:^|\n)---/;

/**
 * Reads YAML front matter, given without its `---` lines. Only YAML is read,
 * never run. Throws FrontMatterError with the place of the first mistake.
 */
export function readFrontMatter(yaml: string): YamlFile {
  checkShape(yaml);
  const plain = readPlainFrontMatter(yaml);
  if (plain !== null) return plain;
  try {
    // Line 1 is that of the opening ---.
    return readYaml(`\n${yaml}`);
  } catch (error) {
    if (error instanceof FrontMatterError) throw error;
    throw new FrontMatterError('it nests too deep: make it simpler', { line: 1, column: 1 });
  }
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
    throw new FrontMatterError('200 blanks in a row: take the empty lines out', at);
  }
  const dashes = DASHES.exec(yaml);
  if (dashes === null) return;
  const line = yaml.slice(0, dashes.index + 1).split('\n').length + 1;
  const message = 'no line may start with --- here: indent it or quote it';
  throw new FrontMatterError(message, { line, column: 1 });
}
