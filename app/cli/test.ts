import { resolve } from 'node:path'
import { runChecks } from './checks/check'
import { gate } from './checks/gate'
import { chromium } from './testing/chromium'
import { addTallies, brokenPart, tallyPlaywright, tallyVitest } from './testing/reports'
import type { Tally } from './testing/reports'
import { runPart } from './testing/run-part'

const MINUTE = 60_000
const reportOf = (part: string) => resolve('test-results/reports', `${part}.json`)

async function check(): Promise<Tally> {
  const results = await runChecks(gate, {
    width: 2,
    tell: ({ name, problems, ms }) => {
      console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}  ${(ms / 1000).toFixed(1)} s`)
      for (const problem of problems) console.log(`  ${problem}`)
    },
  })
  const failed = results.filter(({ problems }) => problems.length > 0).length
  return { passed: results.length - failed, failed, skipped: 0 }
}

const vitest = (project: string, limitMs: number) => () =>
  runPart({
    script: resolve('node_modules/vitest/vitest.mjs'),
    args: ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`],
    env: {},
    report: reportOf(project),
    tally: tallyVitest,
    limitMs,
  })

async function e2e(): Promise<Tally> {
  const browser = chromium()
  if (!browser) {
    console.log('✗ no Chromium: install one (apt-get install chromium, or npx playwright install chromium) and run again')
    return brokenPart
  }
  return runPart({
    script: resolve('node_modules/@playwright/test/cli.js'),
    args: ['test'],
    // the browser walks through the demo, which exists on the embedded database only
    env: { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e'), DATABASE_URL: undefined, DATA_DIR: undefined },
    report: reportOf('e2e'),
    tally: tallyPlaywright,
    limitMs: 14 * MINUTE,
  })
}

const parts: Record<string, () => Promise<Tally>> = {
  check,
  unit: vitest('unit', 5 * MINUTE),
  integration: vitest('integration', 8 * MINUTE),
  e2e,
}

/** `npm test`, or `npm test -- unit e2e` for some parts. The last line is always `N passed, N failed`. */
async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length > 0) {
    console.error(`usage: npm test [-- PART…]   (${Object.keys(parts).join(', ')})`)
    return 1
  }
  process.env.DATA_DIR ??= resolve('.data/test')
  const lines: string[] = []
  const tallies: Tally[] = []
  for (const name of names.length > 0 ? names : Object.keys(parts)) {
    console.log(`\n── ${name}`)
    const begun = performance.now()
    const tally = (await parts[name]?.().catch((error: unknown) => void console.log(error))) ?? brokenPart
    const left = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
    lines.push(`${name}: ${tally.passed} passed, ${tally.failed} failed${left} in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    tallies.push(tally)
  }
  const { passed, failed } = addTallies(tallies)
  console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
