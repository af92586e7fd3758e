import { defineConfig } from 'vitest/config';

/** Projects by what they need: `unit` nothing, `integration` a real PostgreSQL, `e2e` the built desktop. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, globalSetup: ['tests/helpers/postgres.setup.ts'] } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false, globalSetup: ['tests/helpers/postgres.setup.ts'] } },
    ],
  },
});
