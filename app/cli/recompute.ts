import { resolve } from 'node:path'
import { recomputeFolder } from '~/domain/judging/recompute-folder.server'

const usage =
  'usage: npm run --silent recompute -- FOLDER   (rulebook.yaml, scores.csv and, optional, entries.csv)'

/**
 * Computes a published stage again from its results package, without a database. Prints one JSON object on stdout;
 * problems go to stderr, one a line, and leave stdout empty. Returns the exit code.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const flags = argv.filter((argument) => argument.startsWith('-'))
  const [folder, ...others] = argv.filter((argument) => !argument.startsWith('-'))
  if (flags.includes('--calibrated'))
    return fail(['the calibrated score is not available yet; leave --calibrated out'])
  if (!folder || others.length > 0 || flags.length > 0) return fail([usage])
  const recomputed = await recomputeFolder(resolve(process.env.INIT_CWD ?? process.cwd(), folder))
  if (!recomputed.ok) return fail(recomputed.problems)
  console.log(JSON.stringify(recomputed.output, null, 2))
  return 0
}

function fail(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem)
  return 1
}

process.exitCode = await run(process.argv.slice(2))
