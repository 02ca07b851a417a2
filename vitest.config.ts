/**
 * Three ways to run the tests: `fast` on the embedded database, `postgres` and `worker` on a real server
 * (`node .ci/postgres.ts vitest run --project postgres`).
 *
 * @module
 */
import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 30_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          env: { TEST_DATABASE_URL: '' },
          include: ['test/{unit,contract,integration}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          env: { TEST_DATABASE_URL: '' },
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          // Whole servers and simulated crashes: one file at a time, after everything quick.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          env: { TEST_DATABASE_KIND: 'postgres' },
          include: ['test/{contract,integration}/**/*.test.ts', 'test/e2e/attacks/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
