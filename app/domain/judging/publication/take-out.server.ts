import { db, transact } from '~/db.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import type { Outcome } from '~/domain/outcome'
import { stageQuota } from '../stage-rulebook.server'
import { type Correction, type CorrectionRefusal, correctStep } from './correct-results.server'
import { type Effect, type Leaving, type ReplaceRefusal, effectsOf, replaceWorks } from './replace-works'
import { versionRows } from './version-rows.server'

/** Takes a work out of a published result without an objection: its makers withdrew, or the office found the fault itself. */
export async function takeOut(correction: Omit<Correction, 'head'>): Promise<Outcome<CorrectionRefusal, { version: number }>> {
  const head = await sealLedger(correction.eventId)
  return transact((tx) => correctStep(tx, { ...correction, head }))
}

type Seen = Awaited<ReturnType<typeof versionRows>>[number]

/** What taking a work out would change, before anybody does it; `version` goes back with the confirmation. */
export async function previewTakeOut(
  eventId: string,
  stageId: string,
  entryId: string,
  leaving: Leaving,
): Promise<{ version: number; effects: Effect<Seen>[]; refusal: ReplaceRefusal | null } | null> {
  const stage = await db.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } } })
  if (!stage || stage.publishedVersion === null) return null
  const before = await versionRows(db, eventId, stageId, stage.publishedVersion)
  const replaced = replaceWorks(before, new Map([[entryId, leaving]]), stageQuota(stage))
  if (!replaced.ok) return { version: stage.publishedVersion, effects: [], refusal: replaced.reason }
  return { version: stage.publishedVersion, effects: effectsOf(before, replaced.rows), refusal: null }
}
