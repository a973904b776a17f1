import { resolve } from 'node:path'
import { recomputeFolder } from '~/domain/judging/recompute-folder.server'
import { printHelp } from './print-help'

const usage = [
  'usage: npm run --silent recompute -- FOLDER [--calibrated]',
  'FOLDER is an unpacked results package, or a folder of yours with:',
  '  rulebook.yaml   the rulebook as the event page offers it for download',
  '  scores.csv      entry,judge,criterion,score   one mark a line, UTF-8, such as K-0001,J1,design,8.5; an empty score: not scored',
  '  entries.csv     entry,category                optional: works of one category are ranked among themselves',
  '  measurements.csv, teams.csv                   optional: what was measured and who is on a team; each package’s README says how',
  '  ballot.yaml, votes.csv                        of a vote, alone or before the marks: entry,judge,vote   in, hold or out',
]

/**
 * Computes a published stage again from its results package, without a database. Prints one JSON object on stdout;
 * problems go to stderr, one a line, and leave stdout empty. What `--calibrated` cannot tell, such as the ranks of
 * works that no judge links, is null on stdout and said on stderr. Returns the exit code.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const flags = argv.filter((argument) => argument.startsWith('-'))
  const [folder, ...others] = argv.filter((argument) => !argument.startsWith('-'))
  const calibrated = flags.includes('--calibrated')
  if (!folder || others.length > 0 || flags.some((flag) => flag !== '--calibrated')) return fail(usage)
  const recomputed = await recomputeFolder(resolve(process.env.INIT_CWD ?? process.cwd(), folder), {
    calibrated,
  })
  if (!recomputed.ok) return fail(recomputed.problems)
  for (const note of recomputed.notes) console.error(note)
  console.log(JSON.stringify(recomputed.output, null, 2))
  return 0
}

function fail(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem)
  return 1
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage)) process.exitCode = await run(argv)
