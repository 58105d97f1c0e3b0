import { availableParallelism } from 'node:os';
import { tempRoot } from './tests/support/temp-root.js';

const shared = {
  // On a busy machine a test may take ten times as long as alone.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A process for each of the files would take longer than the tests of most.
  isolate: false,
  env: { TZ: 'UTC', TMPDIR: tempRoot() },
};

export default {
  test: {
    // Most program tests wait for a terminal: a core left idle would only make the suite longer.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        test: {
          ...shared,
          name: 'core',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', '**/node_modules/**'],
        },
      },
      {
        // These run the built program, so it is built before them.
        test: {
          ...shared,
          name: 'program',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/build.ts'],
        },
      },
    ],
  },
};
