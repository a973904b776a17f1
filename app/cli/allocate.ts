import { allocateBooths } from '~/domain/booths/allocation/allocate-booths.server'
import { readProblem } from '~/domain/booths/allocation/read-problem'
import { printHelp } from './print-help'
import { askedProblem } from './problems/asked-problem'

const usage = [
  'usage: npm run --silent allocate -- PROBLEM.json',
  'PROBLEM.json holds, all but cells and exhibitors optional:',
  '  {"cells": [{"id": "A01", "hall": "H1", "x": 0, "y": 0, "zone": "yarn"}],',
  '   "exhibitors": [{"id": "E1", "points": 12, "delegation": "jiangxi", "category": "sock-machine",',
  '                   "placements": [{"cells": ["A01"], "value": 97}]},',
  '                  {"id": "E2", "cellsWanted": 2, "openings": 1, "zones": ["yarn"]}],',
  '   "sensitiveCategories": ["sock-machine"], "objective": ["placed", "tier-regret", "value"], "tiers": [10, 5],',
  '   "pins": [{"exhibitor": "E1", "cells": ["A01"]}], "seed": 42, "timeLimitSeconds": 60}',
  'x and y count cells; cells of one hall with |dx| + |dy| = 1 are neighbours.',
]

/**
 * Gives booths to exhibitors, without a database. Prints one JSON object on stdout; problems go to stderr, one a line,
 * and leave stdout empty. Returns the exit code.
 */
async function run(argv: readonly string[]): Promise<number> {
  const began = performance.now()
  const asked = await askedProblem(argv, usage, readProblem)
  if (!asked) return 1
  try {
    const { tierRegret, ...allocated } = await allocateBooths(asked.problem)
    const seconds = Math.round(performance.now() - began) / 1000
    console.log(JSON.stringify({ ...allocated, seconds, ...(tierRegret && { tierRegret }) }))
    return 0
  } catch (error) {
    console.error(`${asked.path}: cannot be solved: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage)) process.exitCode = await run(argv)
