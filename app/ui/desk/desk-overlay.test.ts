import { expect, test } from 'vitest'
import { DeskOverlay } from './desk-overlay'
import type { DeskLists } from './desk-source'

const work = (code: string) => ({ code, group: 'academic', track: null, title: '', cover: null })
const lists: DeskLists = {
  works: [work('K-1'), work('K-2')],
  marks: { 'K-1': ['8', null] },
  notes: { 'K-1': { text: '先看', later: false } },
  lockedAt: null,
}
const overlay = () => new DeskOverlay(['design', 'craft'])

test('what was done here stands on top of any list that is read', () => {
  const mine = overlay()
  mine.take({ kind: 'mark', code: 'K-1', criterion: 'craft', value: '6' })
  mine.take({ kind: 'mark', code: 'K-1', criterion: 'craft', value: '6.5' })
  mine.take({ kind: 'mark', code: 'K-1', criterion: 'design', value: null })
  mine.take({ kind: 'note', code: 'K-1', text: '再看', later: true })
  mine.take({ kind: 'recusal', code: 'K-2', reason: '' })
  const shown = mine.apply(lists)
  expect(shown.sheets.get('K-1')).toEqual([null, '6.5'])
  expect(shown.notes.get('K-1')).toEqual({ text: '再看', later: true })
  expect(shown.works).toHaveLength(1)
})

test('refused items are let go of: the list shows what the server has', () => {
  const mine = overlay()
  const mark = { kind: 'mark' as const, code: 'K-1', criterion: 'design', value: '3' }
  mine.take(mark)
  mine.release([mark])
  expect(mine.apply(lists).sheets.get('K-1')).toEqual(['8', null])
})

test('delivered items become part of the lists that are kept for the next visit', () => {
  const kept = overlay().delivered(lists, [
    { kind: 'mark', code: 'K-2', criterion: 'design', value: '9' },
    { kind: 'recusal', code: 'K-1', reason: '' },
  ])
  expect(kept).toMatchObject({ works: [{ code: 'K-2' }], marks: { 'K-2': ['9', null] } })
})
