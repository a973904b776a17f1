import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { apply, applied, cup, makeEntry, now } from '#test/support/cup'

async function openStage(eventId: string, id: string) {
  await db.stage.update({ where: { eventId_id: { eventId, id } }, data: { state: 'open', frozenAt: now } })
}

describe('refused, naming what stands in the way', () => {
  /** Applies a change that must be refused, and sees that nothing was written. */
  async function refused(slug: string, source: string) {
    const before = await db.event.findUniqueOrThrow({
      where: { id: slug },
      include: { versions: true, stages: true, groups: true, dates: true },
    })
    const outcome = await apply(source)
    expect(
      await db.event.findUniqueOrThrow({
        where: { id: slug },
        include: { versions: true, stages: true, groups: true, dates: true },
      }),
    ).toEqual(before)
    return outcome.ok || outcome.reason !== 'obstacles' ? outcome : outcome.obstacles
  }

  const withoutGroup = (source: string) =>
    source.replace(/ {4}- id: professional\n[\s\S]*?(?=\n {2}tracks:)/, '').replace(', groups: [academic]', '')

  test('a group that has entries', async () => {
    const { slug, source } = cup()
    await applied(source)
    for (const number of ['A-001', 'A-002']) await makeEntry(slug, { groupId: 'professional', number })
    const obstacles = await refused(slug, withoutGroup(source))
    expect(obstacles).toEqual([
      {
        path: 'contest.groups.professional',
        reason: 'group-in-use',
        id: 'professional',
        rows: expect.arrayContaining(['A-001', 'A-002']),
        count: 2,
      },
    ])
  })

  test('a group under a new id', async () => {
    const { slug, source } = cup()
    await applied(source)
    await makeEntry(slug, { groupId: 'professional', number: 'A-001' })
    expect(await refused(slug, source.replace('- id: professional', '- id: industry'))).toMatchObject([
      { reason: 'group-in-use', count: 1 },
    ])
  })

  test('a field that is filled in, by its number of entries', async () => {
    const { slug, source } = cup()
    await applied(source)
    await makeEntry(slug, { number: 'A-001', fields: { gauge: '12G' } })
    await makeEntry(slug, { number: 'A-002', fields: { gauge: '' } })
    expect(await refused(slug, source.replace(/ {6}- \{ id: gauge,.*\n/, ''))).toMatchObject([
      { reason: 'field-in-use', rows: ['A-001'], count: 1 },
    ])
  })

  test('a deadline moved before submissions', async () => {
    const { slug, source } = cup()
    await applied(source)
    await makeEntry(slug, { number: 'A-001', submittedAt: new Date('2026-11-15T00:00:00Z') })
    const obstacles = await refused(slug, source.replace('2026-12-20T17:00', '2026-11-10T17:00'))
    expect(obstacles).toMatchObject([{ path: 'dates.call', reason: 'deadline-before-submissions', rows: ['A-001'] }])
    expect(await apply(source.replace('2026-12-20T17:00', '2026-12-15T17:00'))).toMatchObject({ ok: true })
  })

  test('a stage with judges, and a criterion with marks', async () => {
    const { slug, source } = cup()
    await applied(source)
    const entry = await makeEntry(slug, { number: 'A-001' })
    await db.judgeSeat.create({
      data: { eventId: slug, stageId: 'preliminary', id: 's1', name: '评委', label: '甲' },
    })
    await db.mark.create({
      data: {
        eventId: slug,
        stageId: 'preliminary',
        seatId: 's1',
        entryId: entry.id,
        criterionId: 'market',
        value: '8.5',
        markId: crypto.randomUUID(),
        markedAt: now,
      },
    })
    const rekeyed = source.replace(/id: market(\s+weight: 2[\s\S]*?ties: \[)/, 'id: value$1')
    expect(await refused(slug, rekeyed)).toMatchObject([{ reason: 'criterion-in-use', id: 'market', rows: ['甲'], count: 1 }])
    expect(await refused(slug, source.replace('- id: preliminary\n      type', '- id: semifinal\n      type'))).toMatchObject([
      { path: 'contest.stages.preliminary', reason: 'stage-in-use', rows: ['甲'], count: 1 },
    ])
  })

  test('a rulebook after its stage opened, but not before', async () => {
    const { slug, source } = cup()
    await applied(source)
    const stricter = source.replace('fromJudges: 5', 'fromJudges: 6')
    expect(await apply(stricter)).toMatchObject({ ok: true, value: { version: 2 } })
    await openStage(slug, 'preliminary')
    expect(await refused(slug, source)).toMatchObject([{ reason: 'rulebook-frozen', id: 'preliminary' }])
    expect(await apply(stricter.replace('一线之间', '一线之上'))).toMatchObject({
      ok: true,
      value: { version: 3 },
    })
  })

  test('a file rule that accepted files no longer meet', async () => {
    const { slug, source } = cup()
    await applied(source)
    const entry = await makeEntry(slug, { number: 'A-001', submittedAt: new Date('2026-11-15T00:00:00Z') })
    await db.entryFile.create({
      data: {
        eventId: slug,
        id: newId(),
        entryId: entry.id,
        slot: 'board',
        state: 'ready',
        originalName: 'a.png',
        mime: 'image/png',
        bytes: 18n * 1024n * 1024n,
        width: 4960,
        height: 3508,
      },
    })
    const board = (from: string, to: string) => source.replace(from, to)
    expect(await refused(slug, board('dpi: 300\n        maxMB: 20', 'dpi: 300\n        maxMB: 10'))).toMatchObject([
      { reason: 'files-too-big', id: 'board', rows: ['A-001'] },
    ])
    expect(await refused(slug, board('dpi: 300', 'dpi: 400'))).toMatchObject([{ reason: 'files-too-small' }])
    expect(await refused(slug, board('types: [jpg, png, pdf]', 'types: [jpg, pdf]'))).toMatchObject([{ reason: 'files-of-other-type' }])
    expect(await refused(slug, board('count: 1..3\n        optional: true', 'count: 1..3'))).toMatchObject([
      { reason: 'files-missing', id: 'swatch' },
    ])
    expect(await apply(board('dpi: 300\n        maxMB: 20', 'dpi: 300\n        maxMB: 19'))).toMatchObject({
      ok: true,
    })
  })

  test('another owner, a parent that is not there, another event’s page, a version that moved on', async () => {
    const { slug, source } = cup()
    await applied(source)
    expect(await refused(slug, source.replace('owner: { id: ckia', 'owner: { id: someone-else'))).toMatchObject([
      { reason: 'owner-changed', id: 'ckia' },
    ])
    expect(await refused(slug, `${source}parent: no-week-2026\n`)).toMatchObject([{ reason: 'parent-unknown', id: 'no-week-2026' }])
    expect(await apply(source, { scope: { slug: 'other-2026' } })).toMatchObject({
      ok: false,
      reason: 'other-event',
    })
    expect(await apply(source.replace('一线之间', '一线之上'), { expectedVersion: 7 })).toMatchObject({
      ok: false,
      reason: 'stale',
      detail: { version: 1 },
    })
    expect(await apply(source.replace('weightsSum: 10', 'weightsSum: 9'))).toMatchObject({
      ok: false,
      reason: 'invalid',
    })
  })
})
