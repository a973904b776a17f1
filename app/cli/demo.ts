import { parseArgs } from 'node:util'
import { makeDemo, SMALL } from '#seeds/demo/make-demo.server'
import { withDemoLock } from './database/demo-lock'
import { applyNewFiles } from './database/furnish'
import { onDatabase } from './database/on-database'
import { printHelp } from './print-help'

const usage = 'usage: npm run demo -- [--works N] [--judges N] [--seed S]   (works 1–20000, judges 1–50)'

/** Reads a whole number within bounds; null when it is none. */
function count(text: string | undefined, otherwise: number, most: number): number | null {
  if (text === undefined) return otherwise
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 && value <= most ? value : null
}

function sizeOf(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { works: { type: 'string' }, judges: { type: 'string' }, seed: { type: 'string' }, quiet: { type: 'boolean' } },
    })
    const works = count(values.works, SMALL.works, 20_000)
    const judges = count(values.judges, SMALL.judges, 50)
    const seed = count(values.seed, SMALL.seed, 1_000_000)
    return works && judges && seed ? { works, judges, seed, quiet: values.quiet ?? false } : null
  } catch {
    return null
  }
}

/** `npm run demo`: makes demo data of a size, or goes on with one that was interrupted. Returns the exit code. */
async function run(argv: string[]): Promise<number> {
  const size = sizeOf(argv)
  if (!size) {
    console.error(usage)
    return 1
  }
  try {
    return await onDatabase(async (url) => {
      await applyNewFiles()
      const tell = (line: string) => void (size.quiet || console.error(line))
      const made = await withDemoLock(url, () => makeDemo({ ...size, now: new Date(), tell }))
      console.log(`demo ready: ${made.works} works and ${size.judges} judges in ${made.event}`)
      return 0
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

// drawn for a launcher that is gone: end, the next start goes on with it
process.on('disconnect', () => process.exit(1))
process.channel?.unref()

const argv = process.argv.slice(2)
if (!printHelp(argv, [usage])) process.exitCode = await run(argv)
