import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { addFile } from '~/domain/entries/add-file.server'
import { findDuplicates } from '~/domain/entries/find-duplicates.server'
import { processFile } from '~/domain/entries/process-file.server'
import { during, fileRows, fillDraft, handIn, makeDesigner, makeDraft, openContest } from '#test/support/contest'
import { picture, sheet, streamOf } from '#test/support/sheets'

let eventId: string
beforeAll(async () => {
  eventId = await openContest()
})

/** An entry whose three sheets are the given ones, handed in and drawn. */
async function entryOf(name: string, sheets: Buffer[], given: Record<string, string> = {}): Promise<string> {
  const { id: personId } = await makeDesigner(name)
  const entryId = await makeDraft(eventId, personId)
  await fillDraft(
    eventId,
    entryId,
    { personId },
    { 'author.0.name': name, 'author.0.email': `${entryId}@example.com`, 'author.0.organisation': entryId, ...given },
  )
  for (const [n, slot] of ['board', 'flats', 'craft'].entries()) {
    const outcome = await addFile({
      editor: { personId },
      eventId,
      entryId,
      slot,
      name: 'x.jpg',
      body: streamOf(sheets[n] as Buffer),
      clock: () => during,
    })
    expect(outcome).toMatchObject({ ok: true })
  }
  expect(await handIn(eventId, entryId, { personId }, { signing: { originality: true, rights: true, signature: name } })).toMatchObject({
    ok: true,
  })
  for (const { id } of await fileRows(eventId, entryId)) await processFile({ eventId, fileId: id })
  await findDuplicates({ eventId, entryId })
  return entryId
}

const flags = async (entryId: string) => {
  const rows = await db.duplicateFlag.findMany({
    where: { eventId, OR: [{ entryAId: entryId }, { entryBId: entryId }] },
    orderBy: { kind: 'asc' },
  })
  return rows.map(({ kind, distance, detail, entryAId, entryBId }) => ({
    kind,
    distance,
    detail,
    other: entryAId === entryId ? entryBId : entryAId,
  }))
}

test('the same file, a look-alike and the same author are flagged, strangers are not', async () => {
  const sheets = await Promise.all([31, 32, 33].map(sheet))
  const first = await entryOf('张一', sheets)
  const stranger = await entryOf('李二', await Promise.all([34, 35, 36].map(sheet)))
  expect(await flags(stranger)).toEqual([])

  const [board] = sheets
  const retouched = await sharp(board).resize(3600, 5100, { fit: 'fill' }).modulate({ brightness: 1.06 }).jpeg({ quality: 55 }).toBuffer()
  const copier = await entryOf('王三', [retouched, sheets[1] as Buffer, await sheet(37)])
  const found = await flags(copier)
  expect(found.map(({ kind, detail, other }) => [kind, detail, other])).toEqual([
    ['same_file', 'flats', first],
    ['look_alike', 'board', first],
  ])
  expect(found[1]?.distance).toBeLessThanOrEqual(6)

  const again = await entryOf('张 一', await Promise.all([38, 39, 40].map(sheet)), { 'author.0.organisation': first })
  expect(await flags(again)).toEqual([{ kind: 'same_author', distance: 0, detail: '', other: first }])
}, 90_000)

test('empty sheets are no look-alikes; a dismissed flag stays dismissed; running again changes nothing', async () => {
  const blank = await sharp({ create: { width: 3508, height: 4961, channels: 3, background: '#fdfdfd' } })
    .jpeg()
    .toBuffer()
  const paper = await sharp({ create: { width: 3508, height: 4961, channels: 3, background: '#f7f5f0' } })
    .jpeg()
    .toBuffer()
  const one = await entryOf('赵四', [blank, await sheet(41), await sheet(42)])
  const two = await entryOf('钱五', [paper, await picture(43), await sheet(41)])
  expect((await flags(two)).map(({ kind, other }) => [kind, other])).toEqual([['same_file', one]])
  await db.duplicateFlag.updateMany({
    where: { eventId, entryAId: one < two ? one : two, entryBId: one < two ? two : one },
    data: { dismissedAt: during },
  })
  await findDuplicates({ eventId, entryId: two })
  await findDuplicates({ eventId, entryId: one })
  expect(await db.duplicateFlag.count({ where: { eventId, dismissedAt: { not: null } } })).toBe(1)

  // the copy goes, and with it the flag nobody has looked at
  const three = await entryOf('孙六', [await sheet(44), await sheet(45), await sheet(41)])
  expect(await flags(three)).toHaveLength(2)
  await db.entryFile.updateMany({ where: { eventId, entryId: three, slot: 'craft' }, data: { sha256: 'other', perceptual: null } })
  await findDuplicates({ eventId, entryId: three })
  expect(await flags(three)).toEqual([])
}, 90_000)
