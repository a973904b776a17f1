/** How many tests of one part passed, failed and were left out. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/**
 * Counts a Vitest JSON report. A file that could not be loaded holds no test and counts as one failure; a run that
 * failed otherwise, such as by an unhandled error, counts as one too.
 */
export function tallyVitest(report: VitestReport, status: number): Tally {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (!report.success || status !== 0) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts a Playwright JSON report. What passed only at a second try has failed; errors outside tests count one each. */
export function tallyPlaywright({ stats, errors }: PlaywrightReport, status: number): Tally {
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: stats.skipped }
}

/** A part that never wrote its report: nothing is known to pass. */
export const brokenPart: Tally = { passed: 0, failed: 1, skipped: 0 }

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}
