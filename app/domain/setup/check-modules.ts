import { checkPrices } from '~/domain/booths/check-prices'
import { readFloor } from '~/domain/booths/floor'
import type { Expo } from '~/domain/booths/section'
import type { Matchmaking } from '~/domain/matchmaking/section'
import type { Programme } from '~/domain/programme/section'
import { checkAllKnown, checkKnown, checkUnique, idsOf } from './check-references'
import type { EventConfig } from './event-config'
import type { Finding } from './problem'

/** Ids and references inside `expo`, its floor as drawn and its prices. */
export function checkExpo(expo: Expo, dates: EventConfig['dates']): Finding[] {
  const { zones, halls, prices, tasks, subsidies } = expo
  const zoneIds = idsOf(zones)
  const { floor, faults } = readFloor(expo)
  const window = expo.applications === undefined ? undefined : dates[expo.applications]?.on
  return [
    ...faults,
    // prices are measured against the whole floor: with a hall unread, a price may only seem out of reach
    ...(faults.length === 0 ? checkPrices(expo, floor, window) : []),
    ...checkUnique(['expo', 'zones'], zones, 'zone'),
    ...checkUnique(['expo', 'halls'], halls, 'hall'),
    ...halls.flatMap((hall, index) => checkHall(hall, ['expo', 'halls', index], zoneIds)),
    ...checkUnique(['expo', 'prices'], prices, 'price'),
    ...prices.flatMap((price, index) => [
      ...checkAllKnown(['expo', 'prices', index, 'after'], price.after, idsOf(prices.slice(0, index)), 'price above'),
      ...checkAllKnown(['expo', 'prices', index, 'unless'], price.unless, idsOf(prices.slice(0, index)), 'price above'),
      ...checkKnown(['expo', 'prices', index, 'when', 'zone'], price.when?.zone, zoneIds, 'zone'),
    ]),
    ...checkUnique(['expo', 'tasks'], tasks, 'task'),
    ...checkUnique(['expo', 'subsidies'], subsidies, 'subsidy'),
  ]
}

function checkHall(hall: Expo['halls'][number], path: PropertyKey[], zoneIds: readonly string[]): Finding[] {
  const used = [...new Set(hall.plan.match(/[A-Z]/g) ?? [])].filter((letter) => letter !== 'R')
  const missing = used.filter((letter) => hall.letters[letter] === undefined)
  return [
    ...missing.map((letter) => ({
      path: [...path, 'letters'],
      message: `the plan uses ${letter}, but letters does not say which zone it stands for`,
      zh: `平面图用到 ${letter}，但 letters 没有写明它是哪个展区`,
    })),
    ...Object.entries(hall.letters).flatMap(([letter, zone]) => checkKnown([...path, 'letters', letter], zone, zoneIds, 'zone')),
    ...hall.also.flatMap((booth, index) => checkKnown([...path, 'also', index, 'zone'], booth.zone, zoneIds, 'zone')),
  ]
}

/** Ids and references inside `programme`. */
export function checkProgramme({ venues, sessions, tickets }: Programme): Finding[] {
  return [
    ...checkUnique(['programme', 'venues'], venues, 'venue'),
    ...checkUnique(['programme', 'sessions'], sessions, 'session'),
    ...sessions.flatMap((session, index) => checkKnown(['programme', 'sessions', index, 'venue'], session.venue, idsOf(venues), 'venue')),
    ...checkUnique(['programme', 'tickets'], tickets, 'ticket'),
    ...tickets.flatMap((ticket, index) =>
      checkAllKnown(['programme', 'tickets', index, 'sessions'], ticket.sessions, idsOf(sessions), 'session'),
    ),
  ]
}

/** Ids and references inside `matchmaking`. */
export function checkMatchmaking({ categories }: Matchmaking): Finding[] {
  return checkUnique(['matchmaking', 'categories'], categories, 'category')
}
