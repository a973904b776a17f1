import { type Tx, transact } from '~/db.server'
import { termsOf } from '~/domain/entries/terms.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { mayAct, stateAfter } from '~/domain/events/stage-state'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { refreshRecusals } from './recusals.server'
import { checkRulebook } from './check-rulebook'
import { Rulebook } from './rulebook'
import { rulebookHash } from './rulebook-hash.server'
import { judgesPerWork } from './assignment/judges-per-work'
import { BallotRules } from './votes/ballot'
import { hasFirstPass } from './votes/passes'
import { earlierStage, worksInStage } from './works-in-stage.server'

export type OpenStage = {
  eventId: string
  stageId: string
  /** who opens it */
  byId: string
  /** the organiser has read that the call still runs, and ends it by opening the stage */
  endsCall?: boolean
  now: Date
}

export type OpenRefusal =
  | 'unknown-stage'
  | 'already-open'
  | 'call-runs'
  | 'no-rulebook'
  | 'rulebook-broken'
  | 'earlier-stage-not-published'
  | 'objections-open'
  | 'places-open'
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
  byId,
  endsCall,
  now,
}: OpenStage): Promise<Outcome<OpenRefusal, { works: number; judges: number; rulebookHash: string }>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (!mayAct(stage.state, 'open')) return refuse('already-open')
    if (stage.rulebook === null && stage.ballot === null) return refuse('no-rulebook')
    if (!mayRun(stage)) return refuse('rulebook-broken')
    const from = await earlierStage(tx, eventId, stageId)
    // entries still to come could neither be decided on nor judged
    const terms = from || endsCall ? null : await termsOf(tx, eventId)
    if (terms && now <= terms.closesAt) return refuse('call-runs')
    if (from && from.publishedVersion === null) return refuse('earlier-stage-not-published')
    // its finalists may still change
    if (from && (await tx.objection.count({ where: { eventId, stageId: from.id, state: 'raised' } })) > 0) return refuse('objections-open')
    // a finalist gave the place up, and alternates of one rank wait for somebody to choose
    const open = { eventId, answer: 'withdrawn' as const, replacedVersion: null, entry: await worksInStage(tx, eventId, stageId) }
    if ((await tx.making.count({ where: open })) > 0) return refuse('places-open')
    const judges = await tx.judgeSeat.count({ where: { eventId, stageId, scoring: true, removedAt: null } })
    if (judges === 0) return refuse('no-judges')
    const works = await tx.entry.count({ where: await worksInStage(tx, eventId, stageId) })
    if (works === 0) return refuse('no-works')
    const { config } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
    const perWork = judgesPerWork(config, stageId)
    if (perWork !== 'all') {
      if (stage.judgesPerWork !== perWork) return refuse('works-not-assigned')
      const forgotten = await worksNobodySees(tx, { eventId, stageId, judges })
      if (forgotten > 0) return refuse('works-not-assigned', { works: forgotten })
    }
    const hash = rulebookHash(stage.rulebook ?? stage.ballot)
    await tx.stage.update({
      where: { eventId_id: { eventId, id: stageId } },
      data: {
        state: stateAfter(stage.state, 'open'),
        frozenAt: now,
        rulebookHash: hash,
        // works may have been assigned before the config said that everyone sees everything
        judgesPerWork: perWork === 'all' ? null : perWork,
      },
    })
    await record(tx, eventId, [
      {
        action: 'stage.opened',
        body: {
          stage: stageId,
          rulebookHash: hash,
          ...(hasFirstPass(stage) ? { ballotHash: rulebookHash(stage.ballot) } : {}),
          works,
          judges,
          by: byId,
        },
      },
    ])
    // works may have been accepted after a judge declared
    await refreshRecusals(tx, { eventId, stageId })
    return done({ works, judges, rulebookHash: hash })
  })
}

/** Whether what is stored can be executed: the rulebook, the ballot, or both. */
function mayRun({ rulebook, ballot }: { rulebook: unknown; ballot: unknown }): boolean {
  if (ballot !== null && !BallotRules.safeParse(ballot).success) return false
  if (rulebook === null) return true
  const parsed = Rulebook.safeParse(rulebook)
  return parsed.success && checkRulebook(parsed.data).length === 0
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
