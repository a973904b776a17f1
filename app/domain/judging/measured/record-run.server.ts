import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { stageRulebook } from '../stage-rulebook.server'
import { worksInStage } from '../works-in-stage.server'
import { runRows } from './run-rows.server'
import type { SentRecord } from './sent-records'
import { type RecordReply, roleOf, settleRecord } from './settle-records'

export interface RecordRun {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  records: readonly SentRecord[]
  /** when the batch arrived: the server's clock is the one that counts */
  receivedAt: Date
}

/**
 * Keeps what a timekeeper or referee pressed, in one transaction with its ledger rows. Every record is answered alone:
 * saved, repeated, or refused with its reason. The whole batch is refused only when the seat is not this person's.
 */
export function recordRun({
  eventId,
  stageId,
  seatId,
  personId,
  records,
  receivedAt,
}: RecordRun): Promise<Outcome<'not-your-seat', RecordReply[]>> {
  return transact(async (tx) => {
    // against the closing of the stage and the removal of the seat; records of others go on beside it
    await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} and "id" = ${seatId} for no key update`
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, personId, removedAt: null, acceptedAt: { not: null } },
      include: { stage: true },
    })
    if (!seat || (seat.scoring && !seat.declaredAt)) return refuse('not-your-seat')
    const codes = [...new Set(records.map(({ code }) => code))].sort()
    const works = await tx.entry.findMany({
      where: { ...(await worksInStage(tx, eventId, stageId)), code: { in: codes } },
      select: { id: true, code: true, recusals: { where: { stageId, seatId }, select: { seatId: true } } },
    })
    const ids = works.map(({ id }) => id).sort()
    // whoever records about the same entry comes after
    for (const id of ids) await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`run:${eventId}:${stageId}:${id}`}, 0))`
    const kept = await runRows(tx, eventId, stageId, ids)
    const byCode = new Map(
      works.map((work) => [work.code, { entryId: work.id, recused: work.recusals.length > 0, records: kept.get(work.id) ?? [] }]),
    )
    const scene = {
      rulebook: stageRulebook(seat.stage),
      open: seat.stage.state === 'open',
      role: roleOf(seat),
      seatId,
      opensAt: seat.stage.frozenAt?.getTime() ?? null,
      receivedAt: receivedAt.getTime(),
    }
    const replies: RecordReply[] = []
    const rows = []
    for (const sent of records) {
      const target = byCode.get(sent.code) ?? null
      const { reply, at } = settleRecord(scene, sent, target)
      replies.push(reply)
      if (at === null || !target) continue
      const { id, kind, part, criterion, item, value, voids, reason } = sent
      target.records = [
        ...target.records,
        { id, kind, part, criterion, item, value, voids, at, reason, seat: seatId, deviceAt: new Date(sent.deviceAt), receivedAt },
      ].sort((a, b) => a.at - b.at)
      rows.push({
        eventId,
        stageId,
        id,
        entryId: target.entryId,
        kind,
        part,
        criterionId: criterion,
        item,
        value,
        voidsId: voids,
        reason,
        at: new Date(at),
        deviceAt: new Date(sent.deviceAt),
        receivedAt,
        seatId,
      })
    }
    await tx.runRecord.createMany({ data: rows })
    await record(
      tx,
      eventId,
      rows.map(
        ({
          eventId: _event,
          stageId: stage,
          seatId: by,
          entryId: entry,
          id,
          reason: _reason,
          at,
          deviceAt,
          receivedAt: received,
          ...body
        }) => ({
          action: 'run.recorded' as const,
          body: {
            stage,
            seat: by,
            entry,
            record: id,
            at: at.toISOString(),
            deviceAt: deviceAt.toISOString(),
            receivedAt: received.toISOString(),
            ...body,
          },
        }),
      ),
    )
    return done(replies)
  })
}
