import { runChecks } from './checks/check'
import type { Checked } from './checks/check'
import { gate } from './checks/gate'

const usage = `usage: npm run check [-- NAME…]   (${gate.map(({ name }) => name).join(', ')})`

/** One line a check on stdout, what is wrong with it on stderr. */
function tell({ name, problems, ms }: Checked): void {
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}  ${(ms / 1000).toFixed(1)} s`)
  for (const problem of problems) console.error(`  ${problem}`)
}

const names = process.argv.slice(2)
const chosen = names.length === 0 ? gate : gate.filter(({ name }) => names.includes(name))
if (names.some((name) => !gate.some((check) => check.name === name))) {
  console.error(usage)
  process.exitCode = 1
} else {
  const results = await runChecks(chosen, { width: 2, tell })
  process.exitCode = results.every(({ problems }) => problems.length === 0) ? 0 : 1
}
