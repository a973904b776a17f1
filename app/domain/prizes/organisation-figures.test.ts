import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OrganisationWork, organisationFigures, rankOrganisations } from './organisation-figures'

const work = (entry: string, organisation: string, more: Partial<OrganisationWork> = {}): OrganisationWork => ({
  entry,
  organisation,
  accepted: true,
  finalist: false,
  prizes: 0,
  ...more,
})
const nameOf = (name: string) => (name === '美院' ? '示例美术学院' : name)
const points = { submitted: 1, accepted: 0, finalists: 5, prizes: 10 }

test('a work counts once for an organisation, under its confirmed name, and for each of several', () => {
  const figures = organisationFigures(
    [
      work('a', '美院', { finalist: true, prizes: 2 }),
      work('a', '示例美术学院', { finalist: true, prizes: 2 }),
      work('a', '示例针织厂', { finalist: true, prizes: 2 }),
      work('b', '美院', { accepted: false }),
      work('c', ''),
    ],
    nameOf,
  )
  expect(Object.fromEntries(figures)).toEqual({
    示例美术学院: { submitted: 2, accepted: 1, finalists: 1, prizes: 2 },
    示例针织厂: { submitted: 1, accepted: 1, finalists: 1, prizes: 2 },
  })
})

const three = organisationFigures([work('a', '甲', { prizes: 1 }), work('b', '乙'), work('c', '丙')], nameOf)

test('the rule proposes by points and leaves a tie across the line to the organiser', () => {
  const rows = rankOrganisations(three, { points, count: 2 })
  expect(rows.map(({ name, points, rank, proposed, tied }) => [name, points, rank, proposed, tied])).toEqual([
    ['甲', 11, 1, true, false],
    ['丙', 1, 2, false, true],
    ['乙', 1, 2, false, true],
  ])
})

test('too few works, or no rule, and nothing is proposed', () => {
  expect(rankOrganisations(three, { points, atLeast: 2 }).some(({ proposed }) => proposed)).toBe(false)
  expect(rankOrganisations(three, { count: 1 }).some(({ proposed, tied }) => proposed || tied)).toBe(false)
})

test('never more are proposed than there are awards, and never one below another that is not', () => {
  const figure = fc.nat({ max: 3 })
  const anyFigures = fc.array(fc.record({ submitted: figure, accepted: figure, finalists: figure, prizes: figure }), { maxLength: 8 })
  fc.assert(
    fc.property(anyFigures, fc.integer({ min: 1, max: 5 }), (list, count) => {
      const rows = rankOrganisations(new Map(list.map((row, n) => [`组织${n}`, row])), { points, count })
      const given = rows.filter(({ proposed }) => proposed)
      expect(given.length).toBeLessThanOrEqual(count)
      const others = rows.filter(({ proposed, submitted }) => !proposed && submitted >= 1)
      for (const one of given) expect(others.every((other) => other.points <= one.points)).toBe(true)
    }),
  )
})
