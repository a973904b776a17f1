import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { withdrawEntry } from '~/domain/entries/withdraw-entry.server'
import { DECIDING } from '~/domain/events/stage-state'
import { newId } from '~/domain/new-id.server'
import { addSheet, during, fullForm, handIn, makeEditor, makeDraft, makeFullDraft, openContest } from '#test/support/contest'

let eventId: string
beforeAll(async () => {
  eventId = await openContest()
})

describe('withdrawing', () => {
  const withdraw = (editor: { personId: string }, entryId: string) =>
    withdrawEntry({ editor, eventId, entryId, requestKey: newId(), now: during })

  test('throws a draft away, files included', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    await addSheet(eventId, entryId, editor, 'board')
    expect(await withdraw(await makeEditor(), entryId)).toMatchObject({ reason: 'not-found' })
    expect(await withdraw(editor, entryId)).toEqual({ ok: true, value: 'discarded' })
    expect(await db.entryFile.count({ where: { eventId, entryId } })).toBe(0)
  })

  test('keeps what was handed in, says so in the ledger and by message, and cannot be undone', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    await handIn(eventId, entryId, editor)
    expect(await withdraw(editor, entryId)).toEqual({ ok: true, value: 'withdrawn' })
    expect(await withdraw(editor, entryId)).toEqual({ ok: true, value: 'withdrawn' })
    expect(await db.entryVersion.count({ where: { eventId, entryId } })).toBe(1)
    expect(await db.ledgerRow.count({ where: { eventId, action: 'entry.withdrawn', body: { contains: entryId } } })).toBe(1)
    expect(await db.notice.count({ where: { personId: editor.personId, template: 'entry-withdrawn' } })).toBe(1)
    expect(await handIn(eventId, entryId, editor)).toMatchObject({ ok: false, reason: 'withdrawn' })
    expect(await saveDraft({ editor, eventId, entryId, version: 3, form: fullForm(''), now: during })).toMatchObject({
      reason: 'withdrawn',
    })
  })

  test('waits for a stage that is being opened, and is then refused', async () => {
    const own = await openContest()
    const editor = await makeEditor()
    const entryId = await makeFullDraft(own, editor.personId)
    await handIn(own, entryId, editor)
    const [stage] = await db.stage.findMany({
      where: { eventId: own, type: { in: DECIDING } },
      orderBy: { position: 'asc' },
      take: 1,
    })
    const outcome = await db.$transaction(async (tx) => {
      await tx.stage.update({
        where: { eventId_id: { eventId: own, id: stage?.id ?? '' } },
        data: { state: 'open', frozenAt: during, rulebookHash: '0'.repeat(64) },
      })
      const withdrawing = withdrawEntry({ editor, eventId: own, entryId, requestKey: newId(), now: during })
      await new Promise((resolve) => setTimeout(resolve, 500))
      return { withdrawing }
    })
    expect(await outcome.withdrawing).toEqual({ ok: false, reason: 'judging' })
  })
})
