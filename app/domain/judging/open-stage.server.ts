import { type Tx, transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { refreshRecusals } from './recusals.server'
import { Rulebook, checkRulebook } from './rulebook'
import { rulebookHash } from './rulebook-hash.server'
import { judgesPerWork } from './assignment/judges-per-work'
import { earlierStage, worksInStage } from './works-in-stage.server'

export type OpenStage = { eventId: string; stageId: string; now: Date }

export type OpenRefusal =
  | 'unknown-stage'
  | 'already-open'
  | 'no-rulebook'
  | 'rulebook-broken'
  | 'earlier-stage-not-published'
  | 'no-judges'
  | 'no-works'
  | 'works-not-assigned'

/**
 * Opens a stage for marking and freezes its rulebook: from now on its hash stands for what the judges saw, and
 * neither config nor rulebook of the stage can change. Answers how many works and judges it starts with.
 */
export function openStage({
  eventId,
  stageId,
  now,
}: OpenStage): Promise<Outcome<OpenRefusal, { works: number; judges: number; rulebookHash: string }>> {
  return transact(async (tx) => {
    await tx.$queryRaw`select 1 from "Stage" where "eventId" = ${eventId} and "id" = ${stageId} for update`
    const stage = await tx.stage.findUnique({
      where: { eventId_id: { eventId, id: stageId } },
      include: { event: { select: { config: true } } },
    })
    if (!stage) return refuse('unknown-stage')
    if (stage.state !== 'upcoming') return refuse('already-open')
    if (stage.rulebook === null) return refuse('no-rulebook')
    const rulebook = Rulebook.safeParse(stage.rulebook)
    if (!rulebook.success || checkRulebook(rulebook.data).length > 0) return refuse('rulebook-broken')
    const from = await earlierStage(tx, eventId, stageId)
    if (from && !(await tx.stage.count({ where: { eventId, id: from, state: 'published' } })))
      return refuse('earlier-stage-not-published')
    const judges = await tx.judgeSeat.count({ where: { eventId, stageId, scoring: true, removedAt: null } })
    if (judges === 0) return refuse('no-judges')
    const works = await tx.entry.count({ where: await worksInStage(tx, eventId, stageId) })
    if (works === 0) return refuse('no-works')
    const perWork = judgesPerWork(stage.event.config, stageId)
    if (perWork !== 'all') {
      if (stage.judgesPerWork !== perWork) return refuse('works-not-assigned')
      const forgotten = await worksNobodySees(tx, { eventId, stageId, judges })
      if (forgotten > 0) return refuse('works-not-assigned', { works: forgotten })
    }
    const hash = rulebookHash(stage.rulebook)
    await tx.stage.update({
      where: { eventId_id: { eventId, id: stageId } },
      data: {
        state: 'open',
        frozenAt: now,
        rulebookHash: hash,
        // works may have been assigned before the config said that everyone sees everything
        judgesPerWork: perWork === 'all' ? null : perWork,
      },
    })
    await record(tx, eventId, [
      { action: 'stage.opened', body: { stage: stageId, rulebookHash: hash, works, judges } },
    ])
    // works may have been accepted after a judge declared
    await refreshRecusals(tx, { eventId, stageId })
    return done({ works, judges, rulebookHash: hash })
  })
}

/** Works without a judge although one could see them: accepted since works were assigned, or their judges have gone. */
async function worksNobodySees(
  tx: Tx,
  { eventId, stageId, judges }: { eventId: string; stageId: string; judges: number },
): Promise<number> {
  const onPanel = { stageId, seat: { removedAt: null, scoring: true } }
  const works = await tx.entry.findMany({
    where: { ...(await worksInStage(tx, eventId, stageId)), givenTo: { none: onPanel } },
    select: { _count: { select: { recusals: { where: onPanel } } } },
  })
  return works.filter(({ _count }) => _count.recusals < judges).length
}
