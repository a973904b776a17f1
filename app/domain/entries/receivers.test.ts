import { expect, test } from 'vitest'
import { pageFor, receivers, type Behind } from './receivers'

const author = (given: Partial<Behind['authors'][number]>) => ({ personId: null, email: null, mobile: null, ...given })
const work = (given: Partial<Behind>): Behind => ({ ownerId: 'maker', authors: [], ...given })
const mail = (value: string) => ({ kind: 'email', value })

test('whoever entered a work and every co-author are told, each once', () => {
  const authors = [
    author({ personId: 'maker', email: 'maker@example.com' }),
    author({ email: 'second@example.com', mobile: '+8613800000000' }),
    author({ mobile: '+8613900000000' }),
    author({ email: 'second@example.com' }),
    author({}),
  ]
  expect(receivers(work({ authors }))).toEqual([
    { personId: 'maker' },
    mail('second@example.com'),
    { kind: 'mobile', value: '+8613900000000' },
  ])
})

test('whoever typed in a paper entry is not told, its authors are', () => {
  const paper = work({ ownerId: null, authors: [author({ email: 'a@example.com' })] })
  expect(receivers(paper)).toEqual([mail('a@example.com')])
  expect(receivers(work({ ownerId: null }))).toEqual([])
})

test('the entry’s own page is for whoever entered it, everybody else is led to the event', () => {
  const page = (to: Parameters<typeof pageFor>[0], given: Partial<Behind> = {}) => pageFor(to, work(given), 'cup-2026', 'e1')
  expect(page({ personId: 'maker' })).toBe('/my/cup-2026/e1')
  expect(page({ personId: 'other' })).toBe('/e/cup-2026')
  expect(page({ kind: 'email', value: 'maker' })).toBe('/e/cup-2026')
  expect(page({ personId: 'maker' }, { ownerId: null })).toBe('/e/cup-2026')
})
