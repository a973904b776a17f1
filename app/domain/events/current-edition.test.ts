import { expect, test } from 'vitest'
import { currentEdition } from './current-edition'

const edition = (id: string, from: string, to: string) => ({
  id,
  startsAt: new Date(from),
  endsAt: new Date(to),
})
const spring = edition('fair-2027-spring', '2026-10-08', '2027-03-19')
const autumn = edition('fair-2027-autumn', '2027-04-01', '2027-10-12')
const now = new Date('2026-11-20')

test('of two editions ahead the nearer one is meant', () => expect(currentEdition([autumn, spring], now)?.id).toBe('fair-2027-spring'))

test('once an edition is over the next one takes its place', () =>
  expect(currentEdition([spring, autumn], new Date('2027-03-20'))?.id).toBe('fair-2027-autumn'))

test('when all are over the last one stays', () =>
  expect(currentEdition([spring, autumn], new Date('2028-01-01'))?.id).toBe('fair-2027-autumn'))

test('an edition without dates comes after those with dates', () =>
  expect(currentEdition([{ id: 'fair-2029', startsAt: null, endsAt: null }, spring], now)?.id).toBe('fair-2027-spring'))

test('a series without editions leads nowhere', () => expect(currentEdition([], now)).toBeNull())
