const shared = { testTimeout: 30_000, hookTimeout: 60_000, env: { TZ: 'UTC' } };

export default {
  test: {
    // Most program tests wait for a terminal: a core left idle would only make the suite longer.
    maxWorkers: '100%',
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
