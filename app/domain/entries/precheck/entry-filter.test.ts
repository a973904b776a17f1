import { expect, test } from 'vitest'
import { asked, noFilter, readEntryFilter, writeEntryFilter } from './entry-filter'

test('a filter survives its own address', () => {
  const filter = {
    ...noFilter,
    state: 'returned' as const,
    group: 'academic',
    q: '𠮷 & co',
    country: 'IT',
    flagged: true,
    sort: 'title' as const,
    descending: false,
  }
  expect(readEntryFilter(new URLSearchParams(writeEntryFilter(filter)))).toEqual(filter)
  expect(asked(filter)).toBe(5)
})

test('no question makes no query', () => expect(writeEntryFilter(noFilter)).toBe(''))

test('what an address asks and the list does not know is left out', () => {
  const query = new URLSearchParams('?state=lost&country=china&sort=-secret&page=2')
  expect(readEntryFilter(query)).toEqual(noFilter)
})

test('a long text is cut, white space around it is dropped', () => {
  expect(readEntryFilter(new URLSearchParams({ q: `  ${'字'.repeat(300)}  ` })).q).toBe('字'.repeat(100))
})
