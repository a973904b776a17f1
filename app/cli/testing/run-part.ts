import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { brokenPart } from './reports'
import type { Tally } from './reports'

export interface PartRun<Report> {
  script: string
  args: readonly string[]
  env: Record<string, string | undefined>
  /** where the program writes its JSON */
  report: string
  tally: (report: Report, status: number) => Tally
  /** longer than this and the part is ended and has failed */
  limitMs: number
}

/** Runs a test program, shows what it prints, and counts its report. No report, or one that cannot be read, is a failure. */
export async function runPart<Report>({ script, args, env, report, tally, limitMs }: PartRun<Report>): Promise<Tally> {
  rmSync(report, { force: true })
  mkdirSync(dirname(report), { recursive: true })
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    detached: true,
  })
  // the whole group: a hanging run has servers and browsers below it
  const end = (signal: NodeJS.Signals) => child.pid !== undefined && process.kill(-child.pid, signal)
  const pass = (signal: NodeJS.Signals) => void end(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  const clock = setTimeout(() => {
    console.error(`still running after ${limitMs / 60_000} minutes: ended`)
    end('SIGKILL')
  }, limitMs)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(clock)
  process.off('SIGINT', pass).off('SIGTERM', pass)
  if (!existsSync(report)) return brokenPart
  try {
    return tally(JSON.parse(readFileSync(report, 'utf8')) as Report, code ?? 1)
  } catch (error) {
    console.error(error)
    return brokenPart
  }
}
