/**
 * Three ways to run the tests: `fast` on the embedded database, `postgres` and `worker` on a real server
 * (`node .ci/postgres.ts vitest run --project postgres`).
 *
 * @module
 */
import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          env: { TEST_DATABASE_URL: '' },
          include: ['test/{unit,contract,integration,e2e}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          env: { TEST_DATABASE_KIND: 'postgres' },
          include: ['test/{contract,integration,postgres}/**/*.test.ts', 'test/e2e/attacks/**/*.test.ts'],
          exclude: ['test/integration/db/**'], // about the embedded database itself
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
