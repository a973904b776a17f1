import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkEntry } from '~/domain/entries/check-entry'
import { newAuthor } from '~/domain/entries/entry-content'
import type { Terms } from '~/domain/entries/terms'
import { slotsOf } from '~/domain/entries/terms'
import { parseEventFile } from '~/domain/setup/parse-event-file'
import { shiftDates, sizedEdition } from './shift-dates'
import { DESIGNS, drawMark, houseOf, planWorks } from './works'

const source = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const example = source('example-cup-2026.yaml')

function termsOf(text: string): Terms {
  const parsed = parseEventFile(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { config } = parsed
  const at = new Date('2026-11-20T00:00:00Z')
  return {
    eventId: 'x',
    seriesSlug: config.series,
    edition: config.edition,
    organisationId: 'o',
    status: 'open',
    name: config.name,
    timezone: config.timezone,
    sample: config.sample,
    registration: config.registration as Terms['registration'],
    contest: config.contest as unknown as Terms['contest'],
    opensAt: at,
    closesAt: at,
    correctionsUntil: at,
    judgingSince: null,
    dates: Object.fromEntries(Object.keys(config.dates).map((key) => [key, { startsAt: at, endsAt: at }])),
  }
}

test.each([
  ['the example cup', example],
  ['the previous example cup', source('example-cup-2025.yaml')],
  ['the Puyuan Cup', source('../events/puyuan-cup-2026.yaml')],
])('every planned work passes the rules of %s', (_, text) => {
  const terms = termsOf(text)
  for (const work of planWorks({ edition: 'test', seed: 7, count: 300 })) {
    const authors = work.authors.map((author, at) =>
      newAuthor({
        id: `a${at}`,
        name: author.name,
        nameLatin: author.nameLatin,
        organisation: houseOf(author, work.groupId),
        country: author.country,
        mobile: '+8613800138000',
        email: 'a@example.org',
      }),
    )
    const files = slotsOf(terms, work.groupId).map(({ id }) => ({
      id,
      slot: id,
      state: 'ready' as const,
      mime: id === 'swatch' ? 'image/jpeg' : 'application/pdf',
      bytes: 200_000n,
      width: 4961,
      height: 3508,
    }))
    const { groupId, trackId, fields, teachers } = work
    const instructors = teachers.map((teacher, at) => ({ id: `t${at}`, ...teacher }))
    expect(checkEntry(terms, { groupId, trackId, fields, authors, instructors }, files)).toEqual([])
  }
})

test('the same seed gives the same works, another seed others', () => {
  const plan = (seed: number) => planWorks({ edition: 'test', seed, count: 40 })
  expect(plan(1)).toEqual(plan(1))
  expect(plan(1)).not.toEqual(plan(2))
  expect(planWorks({ edition: 'test', seed: 1, count: 10 }).map(({ title }) => title)).toEqual(
    plan(1)
      .slice(0, 10)
      .map(({ title }) => title),
  )
})

test('a small demo has drawings of its own, a large one shares them and leaves the title off', () => {
  const small = planWorks({ edition: 'test', seed: 1, count: 30 })
  expect(new Set(small.map(({ design }) => design)).size).toBe(30)
  expect(new Set(small.map(({ title }) => title)).size).toBe(30)
  const large = planWorks({ edition: 'test', seed: 1, count: 2343 })
  expect(new Set(large.map(({ design }) => design)).size).toBe(DESIGNS)
  expect(large.some(({ titled }) => titled)).toBe(false)
})

test('marks stay on the scale and tell good works from poor ones', () => {
  const mean = (quality: number) => {
    const marks = Array.from({ length: 400 }, (_, n) => drawMark({ quality, judge: n % 6, criterion: n % 4, key: String(n) }))
    expect(marks.every((mark) => mark >= 1 && mark <= 10 && (mark * 2) % 1 === 0)).toBe(true)
    return marks.reduce((sum, mark) => sum + mark, 0) / marks.length
  }
  expect(mean(8) - mean(5)).toBeGreaterThan(2)
})

test('dates move by whole days, and a sized edition is a valid event of its own', () => {
  expect(shiftDates('call: 2026-11-05T17:00', '2027-01-01')).toBe('call: 2026-12-17T17:00')
  const parsed = parseEventFile(shiftDates(sizedEdition(example, { works: 2343, judges: 6, seed: 1 }), '2028-02-29'))
  expect(parsed.ok && `${parsed.config.series}-${parsed.config.edition}`).toBe('example-cup-2026-2343x6')
})
