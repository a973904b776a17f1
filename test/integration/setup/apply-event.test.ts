import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { rulebookHash } from '~/domain/judging/rulebook-hash.server'
import type { EventConfig } from '~/domain/setup/event-config'
import { apply, applied, cup, folder, makeEntry } from '#test/support/cup'
import { makePerson } from '#test/support/factories'

describe('the event files', () => {
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .sort((a, b) => Number(a.includes('\nparent:')) - Number(b.includes('\nparent:')))

  test('apply, and apply again without change', async () => {
    for (const source of sources)
      expect(await apply(source)).toMatchObject({
        ok: true,
        value: { version: 1, changes: [{ type: 'created' }] },
      })
    const before = await db.event.findMany({ orderBy: { id: 'asc' } })
    for (const source of sources) expect(await apply(source)).toMatchObject({ ok: true, value: { version: 1, changes: [] } })
    expect(await db.event.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    expect(await db.eventVersion.count()).toBe(sources.length)
  })

  test('an umbrella has its children, whoever owns them', async () => {
    const week = await db.event.findUniqueOrThrow({
      where: { id: 'jiangxi-week-2026' },
      include: { children: true },
    })
    expect(week.children.map(({ id }) => id).sort()).toEqual(['gongqingcheng-down-week-2026', 'jiangxi-ganzhou-expo-2026'])
  })
})

test('a contest has rows for its dates, groups, tracks, stages and criteria', async () => {
  const { slug, source } = cup()
  await applied(source)
  const event = await db.event.findUniqueOrThrow({
    where: { id: slug },
    include: {
      groups: { orderBy: { position: 'asc' } },
      tracks: true,
      dates: true,
      stages: { orderBy: { position: 'asc' }, include: { criteria: { orderBy: { position: 'asc' } } } },
    },
  })
  expect(event).toMatchObject({
    status: 'open',
    configVersion: 1,
    city: '浙江桐乡',
    closesAt: new Date('2026-12-20T09:00:00Z'),
  })
  expect(event.groups.map(({ id, nameZh }) => [id, nameZh])).toEqual([
    ['academic', '院校组'],
    ['professional', '职业组'],
  ])
  expect(event.tracks).toHaveLength(2)
  expect(event.stages.map(({ id }) => id)).toEqual(['precheck', 'preliminary', 'notice', 'production', 'final'])
  const preliminary = event.stages[1]
  expect(preliminary?.criteria.map(({ id }) => id)).toEqual(['design', 'craft', 'colour', 'market'])
  expect(preliminary?.rulebookHash).toBe(rulebookHash(preliminary?.rulebook))
  expect(preliminary).toMatchObject({
    state: 'upcoming',
    nameEn: 'Preliminary judging',
    opensAt: new Date('2027-01-07T16:00:00Z'),
  })
  // the page shows dates in the order of the file, which storage must not change
  expect(Object.keys((event.config as EventConfig).dates)).toEqual(['call', 'precheck', 'preliminary', 'notice', 'production', 'final'])
})

test('every version is kept with its source, and who applied it', async () => {
  const { slug, source } = cup()
  const person = await makePerson()
  await applied(source)
  await apply(source.replace('一线之间', '一线之上'), { actorId: person.id })
  const versions = await db.eventVersion.findMany({ where: { eventId: slug }, orderBy: { version: 'asc' } })
  expect(versions.map(({ version, appliedById }) => [version, appliedById])).toEqual([
    [1, null],
    [2, person.id],
  ])
  expect(versions[0]?.source).toBe(source)
  expect(versions[1]?.summary).toMatchObject([{ type: 'text-changed', path: 'theme.zh' }])
})

test('two who apply a new event at once make one version', async () => {
  const { slug, source } = cup()
  const outcomes = await Promise.all([apply(source), apply(source), apply(source)])
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.changes.length).sort()).toEqual([0, 0, 1])
  expect(await db.eventVersion.count({ where: { eventId: slug } })).toBe(1)
})

test('a file that was in force before is not put back over a newer version', async () => {
  const { source } = cup()
  await applied(source)
  await applied(source.replace('一线之间', '一线之上'))
  expect(await apply(source, { onlyNew: true })).toMatchObject({
    ok: true,
    value: { version: 2, changes: [] },
  })
  expect(await apply(source)).toMatchObject({ ok: true, value: { version: 3 } })
})

test('two umbrellas cannot stand above each other', async () => {
  const [upper, lower] = [cup(), cup()]
  await applied(upper.source)
  await applied(`${lower.source}parent: ${upper.slug}\n`)
  expect(await apply(`${upper.source}parent: ${lower.slug}\n`)).toMatchObject({
    ok: false,
    obstacles: [{ reason: 'parent-circle', id: lower.slug }],
  })
})

test('what nobody uses may go', async () => {
  const { slug, source } = cup()
  await applied(source)
  await makeEntry(slug, { groupId: 'academic' })
  await applied(
    source
      .replace('- id: professional', '- id: industry')
      .replace('- id: final', '- id: live')
      .replace(/ {6}- \{ id: gauge,.*\n/, ''),
  )
  expect((await db.contestGroup.findMany({ where: { eventId: slug }, orderBy: { position: 'asc' } })).map(({ id }) => id)).toEqual([
    'academic',
    'industry',
  ])
  expect(await db.stage.count({ where: { eventId: slug, id: 'final' } })).toBe(0)
})
