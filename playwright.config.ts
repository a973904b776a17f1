import { defineConfig } from '@playwright/test'
import { chromium } from './app/cli/testing/chromium'
import type { Lang } from './app/i18n/language'

// npm test has found one already; workers inherit it
process.env.CHROMIUM ??= chromium() ?? ''
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE

// Two visitors: a desk in China, a phone abroad. A journey that matters once says which of the two it is.
export default defineConfig<{ lang: Lang }>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './test/support/e2e-server.ts',
  fullyParallel: true,
  workers: 2,
  // a browser on a crowded machine may lose a race once; the report still names the test as flaky
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    // set by the global setup, before any worker reads this file
    baseURL: process.env.E2E_URL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    {
      name: 'zh-1440',
      use: {
        lang: 'zh-CN',
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: { width: 1440, height: 900 },
      },
    },
    {
      name: 'en-390',
      use: {
        lang: 'en',
        locale: 'en-GB',
        timezoneId: 'Europe/Rome',
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      },
    },
  ],
})
