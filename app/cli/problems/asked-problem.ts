import { resolve } from 'node:path'
import { readProblemFile } from './read-problem-file'

type Read<Problem> = { ok: true; problem: Problem } | { ok: false; problems: readonly string[] }

/** The path of the one file a command was given and the sound problem in it; null after saying on stderr what is wrong. */
export async function askedProblem<Problem>(
  argv: readonly string[],
  usage: readonly string[],
  read: (text: string) => Read<Problem>,
): Promise<{ path: string; problem: Problem } | null> {
  const [path, ...others] = argv
  if (!path || path.startsWith('-') || others.length > 0) return complain(usage)
  const text = await readProblemFile(resolve(process.env.INIT_CWD ?? process.cwd(), path))
  if (!text.ok) return complain([`${path}: ${text.problem}`])
  const found = read(text.value)
  return found.ok ? { path, problem: found.problem } : complain(found.problems.map((problem) => `${path}: ${problem}`))
}

function complain(problems: readonly string[]): null {
  for (const problem of problems) console.error(problem)
  return null
}
