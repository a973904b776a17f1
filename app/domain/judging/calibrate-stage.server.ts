import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { db } from '~/db.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { singleton } from '~/singleton.server'
import type { CalibrateInput } from './calibration/calibrate'
import type { CalibratedLayer } from './calibration/calibrated-layer'
import { judgeTotals } from './calibration/judge-totals'
import { categoryFor } from './quota'
import { stageSheets } from './stage-sheets.server'

const MOST_MS = 120_000
const KEPT = 8

/** Layers by the hash of what they were computed from: a page that is opened again does not compute again. */
const kept = () => singleton('calibrated-layers', () => new Map<string, Promise<CalibratedLayer>>())

/**
 * The calibrated layer of a stage from the marks in force, computed in a thread of its own (seconds for 1,500 works).
 * For organisers alone, and its `judges` for the chair and the owner alone. Null while the stage has not opened. Works
 * share a level by group, and are ranked in the categories of the quota, as officially.
 */
export async function calibrateStage(eventId: string, stageId: string): Promise<CalibratedLayer | null> {
  const { stage, rulebook, works, marks, recusals } = await stageSheets(db, eventId, stageId, 'mark')
  if (!stage.rulebookHash) return null
  const aside = recusals.map(({ seatId, entryId }) => ({ entry: entryId, judge: seatId }))
  return layerFrom({
    entries: works.map(({ id, groupId, trackId }) => ({
      id,
      group: groupId,
      category: categoryFor(rulebook.quota?.per, { group: groupId, track: trackId }),
    })),
    // in one order whatever the database answers in, so that the same marks are found again
    totals: judgeTotals(rulebook, marks, aside).sort((a, b) => (a.entry + a.judge < b.entry + b.judge ? -1 : 1)),
    recusals: aside,
    places: rulebook.quota?.places ?? null,
    seed: stage.rulebookHash,
  })
}

function layerFrom(input: CalibrateInput): Promise<CalibratedLayer> {
  const key = sha256Hex(JSON.stringify(input))
  const layers = kept()
  const known = layers.get(key)
  if (known) return known
  const layer = inThread(input)
  layers.set(key, layer)
  layer.catch(() => layers.delete(key))
  for (const old of [...layers.keys()].slice(0, -KEPT)) layers.delete(old)
  return layer
}

function inThread(input: CalibrateInput): Promise<CalibratedLayer> {
  const thread = new Worker(resolve('build/programs/jobs/workers/calibrate.js'), { workerData: input, execArgv: [] })
  return new Promise<CalibratedLayer>((answer, refuse) => {
    const late = setTimeout(() => refuse(new Error(`calibration not done after ${MOST_MS / 1000} seconds`)), MOST_MS)
    thread.once('message', answer)
    thread.once('error', refuse)
    thread.once('exit', () => {
      clearTimeout(late)
      refuse(new Error('the calibrating thread ended'))
    })
  }).finally(() => void thread.terminate())
}
