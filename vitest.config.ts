import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = { '~': at('./app'), '#emails': at('./emails'), '#seeds': at('./seeds'), '#test': at('./test') }

export default defineConfig({
  test: {
    // Vitest leaves one core to itself; ours mostly wait for PostgreSQL and for servers they started
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          testTimeout: 30_000,
          include: ['app/**/*.test.ts', 'app/**/*.test.tsx', 'emails/**/*.test.tsx', 'seeds/**/*.test.ts', 'test/unit/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/integration-setup.ts'],
          setupFiles: ['test/support/own-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
