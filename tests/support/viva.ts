import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tempFolder } from './home.js';
import { openTerminal, type Terminal } from './terminal/terminal.mjs';

export const BIN = resolve('dist/viva.cjs');
export const BUNDLED_DECKS = resolve('decks');

export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** One person's viva: a home of its own and a clock that can be set. */
export class Viva {
  readonly home = tempFolder();
  now = '2026-11-24T08:00:00Z';
  env: Record<string, string> = {};

  /** Runs the built program to its end. */
  run(args: readonly string[], input = ''): Result {
    const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
      input,
      encoding: 'utf8',
      // The bundled decks as JSON are more than a megabyte.
      maxBuffer: 64 * 1024 * 1024,
      cwd: this.home,
      env: { ...this.#env(), PATH: process.env.PATH ?? '' },
    });
    return { stdout, stderr, status };
  }

  /** Runs with `--json` and gives what it says; fails the test on any other status than 0. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into many shapes of JSON
  json(args: readonly string[]): any {
    const { stdout, stderr, status } = this.run([...args, '--json']);
    if (status !== 0) throw new Error(`status ${status}\n${stderr}`);
    return JSON.parse(stdout);
  }

  /** Starts the built program in a terminal. */
  open(
    args: readonly string[],
    size: { columns?: number; rows?: number; attributes?: string; background?: string } = {},
  ): Terminal {
    return openTerminal(process.execPath, [BIN, ...args], {
      ...size,
      cwd: this.home,
      env: this.#env(),
    });
  }

  /** Writes a file into the person's home and gives its path. */
  write(name: string, text: string): string {
    const path = join(this.home, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  #env(): Record<string, string> {
    const clock = this.now === '' ? {} : { VIVA_NOW: this.now };
    return { VIVA_HOME: join(this.home, 'viva'), TZ: 'UTC', ...clock, ...this.env };
  }
}

/** Text of a module with so many questions, all different. */
export function moduleText(
  title: string,
  number: number,
  questions: readonly { q: string; a: string; stars?: string; companies?: string }[],
): string {
  const cards = questions.map(
    ({ q, a, stars = '★★☆', companies = 'Google' }) =>
      `### ${stars} _(${companies})_\n\n**Q:** ${q}\n\n<details>\n<summary>Answer</summary>\n\n${a}\n\n</details>\n`,
  );
  return `---\ntitle: "${title}"\npart: "Testing"\nnumber: ${number}\nemoji: "🧪"\ntags: ["test"]\n---\n\n# ${title}\n\n## Interview Questions\n\n${cards.join('\n')}`;
}
