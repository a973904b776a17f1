import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../app/cli/database/open-database'
import { launch, newDataDir, type Launched } from '#test/support/servers'

const RUNS = 5

/**
 * The built application on an existing embedded database with its demo: from launching the process to the first 200
 * of the home page, and beside it what starting and stopping the embedded server alone takes, in turn.
 */
export async function* run(): AsyncIterable<object> {
  const dataDir = newDataDir()
  process.env.DATA_DIR = dataDir
  try {
    const first = await launch({ dataDir })
    while (!first.output().includes('demo ready')) await pause(200)
    await first.stop()
    const [whole, alone]: [number[], number[]] = [[], []]
    for (let n = 0; n < RUNS; n += 1) {
      const server = await openDatabase()
      alone.push(server.startMs)
      await server.leave()
      delete process.env.DATABASE_URL
      delete process.env.EMBEDDED_DATABASE
      whole.push(await firstAnswer(dataDir))
    }
    yield { bench: 'start', runs: RUNS, launchToFirst200Ms: median(whole), embeddedServerMs: median(alone), worstMs: Math.max(...whole) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Milliseconds from launch to the first 200 of `/`, asked every 10 ms. */
async function firstAnswer(dataDir: string): Promise<number> {
  const began = performance.now()
  const server = await launch({ dataDir, wait: false })
  try {
    for (;;) {
      if (await answers(server)) return Math.round(performance.now() - began)
      if (server.child.exitCode !== null) throw new Error(server.output())
      await pause(10)
    }
  } finally {
    await server.stop()
  }
}

async function answers({ url }: Launched): Promise<boolean> {
  const answer = await fetch(url).catch(() => null)
  await answer?.body?.cancel()
  return answer?.status === 200
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
