import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { askChange } from '~/domain/judging/late/ask-change.server'
import { decideChange } from '~/domain/judging/late/decide-change.server'
import { decideLateMark } from '~/domain/judging/late/decide-late-mark.server'
import { lateMarks, markChanges } from '~/domain/judging/late/queries.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { invariant } from '~/invariant'
import { makePerson } from '#test/support/factories'
import { judgeAt, ledgerOf, makeFinal, markWhole, workAt, type Final } from '#test/support/final'

/** A final whose judges have marked everything with 8 and signed. */
async function signedFinal(): Promise<Final> {
  const final = await makeFinal({ judges: 2, works: 2 })
  for (const judge of final.panel) {
    for (const n of [0, 1]) await markWhole(final, judge, n, '8')
    const signed = await signSheet({ eventId: final.eventId, stageId: final.stageId, ...judge, signature: '签', now: new Date() })
    invariant(signed.ok, 'the sheet is signed')
  }
  return final
}

const change = (final: Final, more: Partial<Parameters<typeof askChange>[0]> = {}) =>
  askChange({
    ...final.stage,
    seatId: judgeAt(final, 0).seatId,
    entryId: workAt(final, 0).id,
    criterionId: 'design',
    value: '9.5',
    reason: '评委确认误触',
    byId: 'first',
    ...more,
  })

async function onlyChange(final: Final) {
  const [row] = await markChanges(final.eventId, final.stageId)
  invariant(row, 'a change')
  return row
}

const decide = async (final: Final, agree: boolean, byId = 'second') =>
  decideChange({ ...final.stage, changeId: (await onlyChange(final)).id, agree, byId })
const totalOf = async (final: Final) =>
  (await stageRanking(final.eventId, final.stageId)).works.find(({ entry }) => entry === workAt(final, 0).id)?.total

test('a signed mark changes once a second person agrees, with both in the ledger', async () => {
  const final = await signedFinal()
  expect(await change(final)).toMatchObject({ ok: true })
  expect(await totalOf(final)).toBe('80.00')
  expect(await decide(final, true, 'first')).toMatchObject({ reason: 'same-person' })
  expect(await decide(final, true)).toMatchObject({ ok: true })
  // 5 × 9.5 + 3 × 8 + 2 × 8 = 87.5, with 80 of the other judge
  expect(await totalOf(final)).toBe('83.75')
  expect(await ledgerOf(final.eventId, 'mark.change')).toMatchObject([
    { action: 'mark.change-asked', was: '8', value: '9.5', by: 'first' },
    { action: 'mark.change-agreed', was: '8', value: '9.5', asked: 'first', by: 'second' },
  ])
  expect(JSON.stringify(await ledgerOf(final.eventId, 'mark.change'))).not.toContain('误触')
  expect(await decide(final, true)).toMatchObject({ ok: true })
  expect(await decide(final, false, 'third')).toMatchObject({ reason: 'already-decided' })
})

test('a change that is declined leaves the mark, and another may be asked for', async () => {
  const final = await signedFinal()
  await change(final)
  expect(await change(final, { value: '9' })).toMatchObject({ reason: 'already-asked' })
  expect(await decide(final, false)).toMatchObject({ ok: true })
  expect(await totalOf(final)).toBe('80.00')
  expect(await change(final, { value: '9' })).toMatchObject({ ok: true })
})

test('what is no change, has no reason, or is not locked is refused', async () => {
  const open = await makeFinal({ judges: 1, works: 1 })
  await markWhole(open, judgeAt(open, 0), 0, '8')
  expect(await change(open)).toMatchObject({ reason: 'not-locked' })
  const final = await signedFinal()
  expect(await change(final, { value: '8.0' })).toMatchObject({ reason: 'same-value' })
  expect(await change(final, { value: '11' })).toMatchObject({ reason: 'out-of-range' })
  expect(await change(final, { value: '8.3' })).toMatchObject({ reason: 'off-step' })
  expect(await change(final, { value: 'neun' })).toMatchObject({ reason: 'not-a-number' })
  expect(await change(final, { reason: ' ' })).toMatchObject({ reason: 'no-reason' })
  expect(await change(final, { criterionId: 'beauty' })).toMatchObject({ reason: 'unknown-mark' })
  expect(await change(final, { seatId: 'nobody' })).toMatchObject({ reason: 'unknown-mark' })
  expect(await change(final, { entryId: 'nothing' })).toMatchObject({ reason: 'unknown-mark' })
  expect(await change(final, { stageId: 'nowhere' })).toMatchObject({ reason: 'unknown-mark' })
  expect(await decideChange({ ...final.stage, changeId: 'none', agree: true })).toMatchObject({ reason: 'unknown-change' })
})

test('a published result takes no change, neither asked for nor agreed to', async () => {
  const final = await signedFinal()
  await change(final)
  await db.$executeRaw`update "Stage" set "state" = 'published', "publishedVersion" = null where "eventId" = ${final.eventId}`
  expect(await change(final, { criterionId: 'craft' })).toMatchObject({ reason: 'already-published' })
  expect(await decide(final, true)).toMatchObject({ reason: 'already-published' })
})

test('a mark that changed since is not overwritten by an older request', async () => {
  const final = await makeFinal({ judges: 1, works: 1 })
  await markWhole(final, judgeAt(final, 0), 0, '8')
  await db.liveTurn.updateMany({ where: { eventId: final.eventId }, data: { revealedAt: new Date() } })
  await change(final)
  await db.mark.updateMany({ where: { eventId: final.eventId, criterionId: 'design' }, data: { value: 7 } })
  expect(await decide(final, true)).toMatchObject({ reason: 'mark-changed' })
})

test('a mark of a work the judge stands aside for cannot be changed', async () => {
  const final = await makeFinal({ judges: 1, works: 2 })
  const judge = judgeAt(final, 0)
  await recuseFromWork({ eventId: final.eventId, stageId: final.stageId, ...judge, code: workAt(final, 0).code, reason: '' })
  await markWhole(final, judge, 1, '8')
  await signSheet({ eventId: final.eventId, stageId: final.stageId, ...judge, signature: '签', now: new Date() })
  expect(await change(final)).toMatchObject({ reason: 'recused' })
})

test('the database itself refuses an agreement of one person, and a signed mark without an agreement', async () => {
  const final = await signedFinal()
  await change(final)
  await expect(
    db.$executeRaw`update "MarkChange" set "state" = 'agreed', "decidedById" = "askedById" where "eventId" = ${final.eventId}`,
  ).rejects.toThrow(/two_people/)
  await expect(db.$executeRaw`update "Mark" set "value" = 9.5 where "eventId" = ${final.eventId}`).rejects.toThrow(/signed and locked/)
})

test('a late mark is left, or accepted and agreed to by a second person; decided once', async () => {
  const final = await signedFinal()
  const closed = await closeStage(final.stage)
  invariant(closed.ok, `the stage closes: ${JSON.stringify(closed)}`)
  expect(await markWhole(final, judgeAt(final, 0), 0, '9')).toEqual(['late', 'late', 'late'])
  const [design, craft] = await lateMarks(final.eventId, final.stageId)
  invariant(design && craft, 'late marks')
  const decideLate = (markId: string, decision: 'accepted' | 'left', reason = '断网') =>
    decideLateMark({ ...final.stage, markId, decision, reason, byId: 'first' })
  expect(await decideLate(craft.markId, 'left')).toMatchObject({ ok: true })
  expect(await decideLate(craft.markId, 'left')).toMatchObject({ ok: true })
  expect(await decideLate(craft.markId, 'accepted')).toMatchObject({ reason: 'already-decided' })
  expect(await decideLate(crypto.randomUUID(), 'left')).toMatchObject({ reason: 'unknown-mark' })
  expect(await decideLate(design.markId, 'accepted', '')).toMatchObject({ reason: 'no-reason' })
  expect(await decideLate(design.markId, 'accepted')).toMatchObject({ ok: true })
  expect(await totalOf(final)).toBe('80.00')
  const { id: second } = await makePerson()
  expect(await decide(final, true, second)).toMatchObject({ ok: true })
  expect((await markChanges(final.eventId, final.stageId))[0]).toMatchObject({ state: 'agreed', criterion: design.criterion, value: '9' })
  expect(await totalOf(final)).not.toBe('80.00')
  expect((await ledgerOf(final.eventId, 'mark.late')).map(({ action }) => action)).toEqual([
    'mark.late',
    'mark.late',
    'mark.late',
    'mark.late-left',
  ])
})
