/** One part of the gate: answers what is wrong, one problem a line; an empty list means it passes. */
export interface Check {
  name: string
  run: () => Promise<string[]>
}

export interface Checked {
  name: string
  problems: string[]
  ms: number
}

/**
 * Runs checks, `width` at a time, and tells of each as it ends. A check that throws has failed with what it threw.
 */
export async function runChecks(
  checks: readonly Check[],
  { width, tell }: { width: number; tell: (checked: Checked) => void },
): Promise<Checked[]> {
  const waiting = [...checks]
  const results: Checked[] = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const begun = performance.now()
      const problems = await check
        .run()
        .catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)])
      const checked = { name: check.name, problems, ms: performance.now() - begun }
      results.push(checked)
      tell(checked)
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}
