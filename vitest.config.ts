import { defineConfig } from 'vitest/config';

/** What typesets by the hundred, fills tables or plays random histories: two thirds of the time of all unit tests. */
const SLOW = ['tests/property/**/*.test.ts', 'tests/unit/worker/{docx,documents,search,typesetting,volume}/**/*.test.ts'];

/**
 * Projects by what they need: `unit` and `slow` nothing, `integration` a real PostgreSQL, `e2e` the built desktop.
 * `npm run check` leaves out `slow`; `npm test` runs them all. Modules are loaded once for all files: apart, that took
 * three times as long as the tests.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: SLOW, isolate: false, testTimeout: 20_000 } },
      { test: { name: 'slow', include: SLOW, isolate: false, testTimeout: 20_000 } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, globalSetup: ['tests/helpers/postgres.setup.ts'] } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false, globalSetup: ['tests/helpers/postgres.setup.ts'] } },
    ],
  },
});
