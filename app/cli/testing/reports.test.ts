import { expect, test } from 'vitest'
import { addTallies, tallyPlaywright, tallyVitest } from './reports'

const vitest = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] }

test('a clean Vitest run is counted as it stands', () => {
  expect(tallyVitest(vitest, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a test file that does not load is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [1] },
  ]
  expect(tallyVitest({ ...vitest, success: false, testResults }, 1).failed).toBe(1)
})

test('a Vitest run that fails with every test green has failed', () => {
  expect(tallyVitest({ ...vitest, success: false }, 0).failed).toBe(1)
  expect(tallyVitest(vitest, 1).failed).toBe(1)
})

test('a clean Playwright run is counted as it stands', () => {
  expect(tallyPlaywright(playwright, 0)).toEqual({ passed: 4, failed: 0, skipped: 2 })
})

test('flaky tests and errors outside tests are failures', () => {
  const stats = { ...playwright.stats, flaky: 1, unexpected: 2 }
  expect(tallyPlaywright({ stats, errors: ['setup'] }, 1)).toEqual({ passed: 4, failed: 4, skipped: 2 })
})

test('a Playwright run that ends badly without a failed test has failed', () => {
  expect(tallyPlaywright(playwright, 1).failed).toBe(1)
})

test('parts add up', () => {
  expect(
    addTallies([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ]),
  ).toEqual({ passed: 4, failed: 1, skipped: 2 })
})
