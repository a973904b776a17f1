import { type Tx, transact } from '~/db.server'
import type { Editor } from '~/domain/entries/entry-row.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import { correctStep } from '../publication/correct-results.server'
import { makingStages, type MakingStage } from './making-stage.server'
import { type PieceCounts, listPieces } from './list-pieces.server'

export type MakingRefusal = 'not-found' | 'no-place' | 'too-late' | 'settled' | 'already-withdrawn' | 'already-here' | 'no-pieces'

export type AnswerMaking = {
  editor: Editor
  eventId: string
  stageId: string
  entryId: string
  answer: { confirmed: PieceCounts } | 'withdrawn'
  now: Date
}

/**
 * A finalist's makers say whether they make the work, themselves or by the office. Confirmed: how many garments and
 * swatches come; each gets a label. Withdrawn: the next alternate by rank has the place at once, by a correction of the
 * result that everyone can read; everyone concerned is told. Where alternates share the rank, people decide, and
 * `filled` is false. Answering the same again changes nothing; confirming anew changes the numbers.
 */
export async function answerMaking(asked: AnswerMaking): Promise<Outcome<MakingRefusal, { filled: boolean }>> {
  const head = await sealLedger(asked.eventId)
  const { editor, eventId, stageId, entryId, answer, now } = asked
  return transact(async (tx): Promise<Outcome<MakingRefusal, { filled: boolean }>> => {
    const open = await openMaking(tx, asked)
    if (!open.ok) return open
    const { from, before } = open.value
    const key = { eventId, stageId, entryId }
    const given = { answeredById: editor.personId, answeredAt: now }
    if (before === 'withdrawn') return answer === 'withdrawn' ? done({ filled: true }) : refuse('already-withdrawn')
    if (answer !== 'withdrawn') {
      const listed = await listPieces(tx, key, answer.confirmed, now)
      if (!listed.ok) return listed
      await tx.making.upsert({ where: { eventId_stageId_entryId: key }, create: { ...key, answer: 'confirmed', ...given }, update: given })
      await record(tx, eventId, [
        { action: 'production.confirmed', body: { stage: stageId, entry: entryId, ...answer.confirmed, by: editor.personId } },
      ])
      return done({ filled: true })
    }
    const [zh, en] = [translator('zh-CN', 'production'), translator('en', 'production')]
    const stage = { zh: from.nameZh, en: from.nameEn }
    const corrected = await correctStep(tx, {
      eventId,
      stageId: from.id,
      entryId,
      leaving: 'withdrawn',
      version: from.version,
      byId: editor.personId,
      head,
      now,
      reason: { zh: zh('withdrawnReason', { stage: stage.zh }), en: en('withdrawnReason', { stage: stage.en }) },
    })
    if (!corrected.ok && corrected.reason !== 'tied-at-cut') return refuse(corrected.reason === 'later-stage-open' ? 'settled' : 'no-place')
    const replacedVersion = corrected.ok ? corrected.value.version : null
    const withdrawn = { answer: 'withdrawn' as const, replacedVersion, ...given }
    await tx.making.upsert({ where: { eventId_stageId_entryId: key }, create: { ...key, ...withdrawn }, update: withdrawn })
    await tx.piece.updateMany({ where: { ...key, droppedAt: null, state: 'expected' }, data: { droppedAt: now } })
    await record(tx, eventId, [
      { action: 'production.withdrawn', body: { stage: stageId, entry: entryId, version: replacedVersion, by: editor.personId } },
    ])
    return done({ filled: corrected.ok })
  })
}

type Open = { from: NonNullable<MakingStage['from']> & { version: number }; before: 'confirmed' | 'withdrawn' | null }

/** The stage of making of a work its makers may still answer for, with the result held until the transaction ends. */
async function openMaking(tx: Tx, { editor, eventId, stageId, entryId, now }: AnswerMaking): Promise<Outcome<MakingRefusal, Open>> {
  const entry = await tx.entry.findFirst({
    where: { eventId, id: entryId, state: 'accepted', ...(editor.staff ? {} : { ownerId: editor.personId }) },
    select: { id: true },
  })
  const making = (await makingStages(tx, eventId)).find(({ id }) => id === stageId)
  if (!entry || !making?.from) return refuse('not-found')
  const from = await lockStage(tx, eventId, making.from.id)
  const given = await tx.making.findUnique({ where: { eventId_stageId_entryId: { eventId, stageId, entryId } }, select: { answer: true } })
  const version = from?.publishedVersion ?? null
  if (!from || version === null) return refuse('no-place')
  const open = { from: { ...from, version }, before: given?.answer ?? null }
  if (given?.answer === 'withdrawn') return done(open)
  const place = await tx.resultRow.count({ where: { eventId, stageId: from.id, version, entryId, standing: 'place' } })
  if (place === 0) return refuse('no-place')
  if (making.settled) return refuse('settled')
  if (!editor.staff && making.closesAt && now > making.closesAt) return refuse('too-late')
  return done(open)
}
