import { parentPort, workerData } from 'node:worker_threads'
import { allocate } from '~/domain/booths/allocation/allocate'
import type { AllocationMessage } from '~/domain/booths/allocation/allocate-booths.server'
import type { AllocationProblem } from '~/domain/booths/allocation/problem'
import { wholeSolver } from '~/gateways/solver.server'

const EVERY_MS = 500

/** The thread in which app/domain/booths/allocation/allocate-booths.server.ts has one problem solved. */
const began = performance.now()
const solve = await wholeSolver()
const post = (message: AllocationMessage) => parentPort?.postMessage(message)
let told = -Infinity
const done = allocate(workerData as AllocationProblem, {
  solve,
  elapsed: () => (performance.now() - began) / 1000,
  tell: (answer) => {
    if (performance.now() - told < EVERY_MS) return
    post({ best: answer() })
    told = performance.now()
  },
})
post({ done })
