import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { sweepFiles } from '~/domain/entries/sweep-files.server'
import { enqueue } from '~/queue.server'
import { storage } from '~/gateways/storage.server'
import {
  addSheet,
  during,
  fileRows,
  handIn,
  makeDesigner,
  makeDraft,
  makeFullDraft,
  mine,
  minutesAfter,
  openContest,
} from '#test/support/contest'
import { newDataDir } from '#test/support/servers'
import { streamOf } from '#test/support/sheets'

// a folder of its own: what other test files upload at the same moment is not what a refusal left behind
process.env.DATA_DIR = newDataDir()
afterAll(() => rm(process.env.DATA_DIR ?? '', { recursive: true, force: true }))

let eventId: string
beforeAll(async () => {
  eventId = await openContest()
})

test('the sweep removes what nobody asks for again and keeps what was handed in', async () => {
  const { id: personId } = await makeDesigner()
  const swept = await makeFullDraft(eventId, personId, { seed: 40 })
  expect(await handIn(eventId, swept, { personId })).toMatchObject({ ok: true })
  const first = await fileRows(eventId, swept)
  await addSheet(eventId, swept, { personId }, 'board', { seed: 44 })
  await addSheet(eventId, swept, { personId }, 'board', { seed: 45 })
  await db.entryFile.create({ data: { eventId, id: 'stuck', entryId: swept, slot: 'board', originalName: 'x', startedAt: during } })
  await storage().put(`original/${eventId}/${swept}/orphan`, streamOf(Buffer.from('x')), { bytes: 1, mime: 'image/png' })

  expect((await sweepFiles(minutesAfter(new Date(), -60))).objects).toBe(0)
  await sweepFiles(minutesAfter(new Date(), 3 * 24 * 60))
  const left = await fileRows(eventId, swept)
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining(first.map(({ id }) => id)))
  expect(left).toHaveLength(first.length + 1)
  const keys = []
  for await (const { key } of storage().list(`original/${eventId}/${swept}/`)) keys.push(key)
  expect(keys.sort()).toEqual(left.map(({ originalKey }) => originalKey).sort())
})

test('a file whose job gave up is refused with a sentence, one whose job still tries is not', async () => {
  const { id: personId } = await makeDesigner()
  const entry = await makeDraft(eventId, personId)
  await addSheet(eventId, entry, { personId }, 'board', { seed: 61 })
  const [file] = await fileRows(eventId, entry)
  const key = `process-file:${file?.id ?? ''}`
  await db.entryFile.updateMany({ where: { eventId, id: file?.id }, data: { state: 'processing', startedAt: during } })
  await db.$transaction((tx) => enqueue(tx, 'process-file', { eventId, fileId: file?.id ?? '' }, { key }))
  const state = async () => (await mine({ personId }, eventId, entry)).files.map(({ state, refusal }) => [state, refusal])
  await sweepFiles(minutesAfter(new Date(), 60))
  expect(await state()).toEqual([['processing', null]])
  await db.$executeRaw`update graphile_worker._private_jobs set "attempts" = "max_attempts" where "key" = ${key}`
  await sweepFiles(minutesAfter(new Date(), 60))
  expect(await state()).toEqual([['refused', 'unfinished']])
})
