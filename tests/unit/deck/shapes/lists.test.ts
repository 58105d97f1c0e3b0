import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

const hasLists = existsSync('../shared/lists') && spawnSync('python3', ['--version']).status === 0;

interface Score {
  readonly repository: string;
  readonly recall: number;
  readonly precision: number;
  readonly bounds: number;
  readonly difficulty: number;
  readonly empties: number;
}

// The figures that question lists of strangers must reach, each repository by itself.
test.skipIf(!hasLists)(
  'real question lists are read as they are meant',
  () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/measure-lists.mjs', '--json'],
      {
        encoding: 'utf8',
      },
    );
    const scores: Score[] = JSON.parse(stdout || `"${stderr}"`);
    expect(scores.length).toBeGreaterThan(5);
    for (const { repository, ...score } of scores) {
      expect(score.recall, `recall of ${repository}`).toBeGreaterThanOrEqual(0.98);
      expect(score.precision, `precision of ${repository}`).toBeGreaterThanOrEqual(0.99);
      expect(score.bounds, `bounds of ${repository}`).toBeGreaterThanOrEqual(0.98);
      expect(score.difficulty, `difficulty of ${repository}`).toBeGreaterThanOrEqual(0.99);
      expect(score.empties, `empties of ${repository}`).toBeGreaterThanOrEqual(0.98);
    }
  },
  120_000,
);
