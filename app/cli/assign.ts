import { assignWorks } from '~/domain/judging/assignment/assign-works'
import { explainUnmet } from '~/domain/judging/assignment/explain-unmet'
import { readProblem } from '~/domain/judging/assignment/read-problem'
import { printHelp } from './print-help'
import { askedProblem } from './problems/asked-problem'

const usage = [
  'usage: npm run --silent assign -- PROBLEM.json',
  'PROBLEM.json holds, all but works, judges and perWork optional:',
  '  {"works": [{"id": "W1", "group": "tongji"}], "judges": [{"id": "J1", "groups": ["tongji"], "max": 320}],',
  '   "conflicts": [["W7", "J2"]], "preferences": [["W9", "J3", 5]], "pins": [["W1", "J4"]], "perWork": 3, "seed": 42}',
  'group is the school or employer behind a work, groups those a judge belongs to: the judge is given none of their works.',
]

/**
 * Gives works to judges, without a database. Prints one JSON object on stdout; problems go to stderr, one a line, and
 * leave stdout empty. Returns the exit code.
 */
async function run(argv: readonly string[]): Promise<number> {
  const asked = await askedProblem(argv, usage, readProblem)
  if (!asked) return 1
  const began = performance.now()
  const { unmet, ...assigned } = assignWorks(asked.problem)
  const seconds = Math.round(performance.now() - began) / 1000
  console.log(JSON.stringify({ ...assigned, unmet: unmet.map(explainUnmet), seconds }))
  return 0
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage)) process.exitCode = await run(argv)
