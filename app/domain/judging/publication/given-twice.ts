import type { AwardRow } from './award-rows'

/** Whether a work has two awards for its makers of which neither may go to a work that has one already. */
export function givenTwice(rows: readonly Pick<AwardRow, 'entry' | 'recipients' | 'exclusive'>[]): boolean {
  const alone = rows.filter(({ recipients, exclusive }) => recipients === 'author' && exclusive).map(({ entry }) => entry)
  return new Set(alone).size < alone.length
}
