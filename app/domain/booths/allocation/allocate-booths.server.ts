import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Allocation } from './answer'
import type { AllocationProblem } from './problem'

/** Beyond the time limit: for the thread to notice and to write its answer. */
const GRACE_MS = 1_500
/** The solver’s memory counts to nobody’s heap: only the process as a whole shows it. */
const MOST_MEMORY = 3_000 * 1024 * 1024
const WATCH_MS = 200

export type AllocationMessage = { best: Allocation } | { done: Allocation }

/**
 * Allocates in a thread of its own, because the solver blocks the one it runs in. When the thread does not end in time,
 * takes too much memory or breaks, the answer is the best it told of. Throws only when it broke before it had any.
 */
export function allocateBooths(problem: AllocationProblem, onBetter?: (best: Allocation) => void): Promise<Allocation> {
  const thread = new Worker(resolve('build/programs/jobs/workers/allocate.js'), { workerData: problem, execArgv: [] })
  const before = process.memoryUsage.rss()
  return new Promise<Allocation>((answer, refuse) => {
    let best: Allocation | null = null
    const end = (reason: string) => {
      clearTimeout(late)
      clearInterval(watch)
      if (best) answer(best)
      else refuse(new Error(reason))
    }
    // setTimeout knows no more than 2^31 milliseconds; a limit is a day at most
    const late = setTimeout(
      () => {
        if (best) end('late')
      },
      problem.timeLimitSeconds * 1000 + GRACE_MS,
    )
    const watch = setInterval(() => {
      if (best && process.memoryUsage.rss() - before > MOST_MEMORY) end('too much memory')
    }, WATCH_MS)
    thread.on('message', (message: AllocationMessage) => {
      if ('done' in message) best = message.done
      else {
        best = message.best
        onBetter?.(best)
      }
      if ('done' in message || performance.now() - began > problem.timeLimitSeconds * 1000 + GRACE_MS) end('done')
    })
    thread.once('error', (error) => end(error.message))
    thread.once('exit', () => end('the allocating thread ended'))
    const began = performance.now()
  }).finally(() => void thread.terminate())
}
