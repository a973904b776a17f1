import { transact } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import { type CorrectionRefusal, correctStep } from '../publication/correct-results.server'

interface DecideObjection {
  eventId: string
  stageId: string
  objectionId: string
  /** what the objector is told; the corrected result gives `publicReason` */
  reason: string
  /** upheld: the work is disqualified with this reason in the version after the one that was looked at */
  upheld: { publicReason: Localized; version: number } | null
  byId: string
  now: Date
}

export type DecisionRefusal = 'not-found' | 'already-decided' | 'no-reason' | 'own-objection' | CorrectionRefusal

/**
 * Dismisses an objection, or upholds it: then the work leaves the result and the corrected version is published in the
 * same transaction. The objector is told either way.
 */
export async function decideObjection({
  eventId,
  stageId,
  objectionId,
  reason,
  upheld,
  byId,
  now,
}: DecideObjection): Promise<Outcome<DecisionRefusal>> {
  const head = await sealLedger(eventId)
  return transact(async (tx) => {
    await tx.$queryRaw`select 1 from "Objection" where "eventId" = ${eventId} and "id" = ${objectionId} for update`
    const objection = await tx.objection.findFirst({
      where: { eventId, stageId, id: objectionId },
      include: { entry: { select: { code: true, title: true } } },
    })
    if (!objection) return refuse('not-found')
    const state = upheld ? 'upheld' : 'dismissed'
    // pressed twice: what was asked for is done
    if (objection.state !== 'raised') return objection.state === state ? done() : refuse('already-decided')
    // who complains does not judge the complaint
    if (objection.personId === byId) return refuse('own-objection')
    const why = reason.trim()
    if (!why) return refuse('no-reason')
    if (upheld) {
      const corrected = await correctStep(tx, {
        eventId,
        stageId,
        entryId: objection.entryId,
        leaving: 'disqualified',
        version: upheld.version,
        reason: upheld.publicReason,
        byId,
        head,
        now,
      })
      if (!corrected.ok) return corrected
    }
    await tx.objection.update({
      where: { eventId_id: { eventId, id: objectionId } },
      data: { state, reason: why, decidedById: byId, decidedAt: now },
    })
    await record(tx, eventId, [
      {
        action: 'objection.decided',
        body: { objection: objectionId, decision: state, by: byId, reason: sha256Hex(`${objectionId} ${why}`) },
      },
    ])
    if (objection.personId) {
      const { locale } = await tx.person.findUniqueOrThrow({ where: { id: objection.personId }, select: { locale: true } })
      const lang = locale === 'en' ? 'en' : 'zh-CN'
      const t = translator(lang, 'judge')
      const words = { work: `${objection.entry.code ?? ''} ${objection.entry.title}`.trim(), reason: why }
      await noticeStep(tx, {
        to: { personId: objection.personId },
        eventId,
        locale: lang,
        notice: {
          template: 'message',
          subject: t('objection.subject', words),
          body: t(`objection.${state}`, words),
          path: `/e/${eventId}/results`,
        },
      })
    }
    return done()
  })
}
