import { expect, test } from 'vitest'
import { acceptOf, plainFileName, pixelsOf, refuseKind, refuseSize } from './accept-file'
import type { FileRule } from './section'

const label = { zh: '效果图', en: 'Board' }
const rule: FileRule = {
  id: 'board',
  label,
  types: ['jpg', 'pdf'],
  maxMB: 20,
  count: { min: 1, max: 1 },
  optional: false,
  page: 'A3',
  dpi: 300,
}
const picture = (width: number, height: number) => ({ kind: 'picture' as const, width, height, dpi: 300 })

test('the bytes say what a file is', () => {
  expect(refuseKind(rule, 'image/jpeg')).toBeNull()
  expect(refuseKind(rule, 'image/png')).toEqual({ reason: 'wrong-type', detail: { types: 'JPG, PDF', found: 'PNG' } })
  expect(refuseKind(rule, null)?.detail.found).toBe('unknown')
  expect(acceptOf(rule)).toBe('image/jpeg,.jpg,.jpeg,application/pdf,.pdf')
})

test('A3 at 300 dpi, either way up, one per cent short at most', () => {
  expect([picture(4961, 3508), picture(3508, 4961), picture(3473, 4912)].map((facts) => refuseSize(rule, facts))).toEqual([
    null,
    null,
    null,
  ])
  expect(refuseSize(rule, picture(3472, 4961))).toMatchObject({
    reason: 'too-few-pixels',
    detail: { needWidth: 3508, needHeight: 4961, width: 3472 },
  })
  // a rule that says landscape says its measures that way round
  expect(refuseSize({ ...rule, orientation: 'landscape' }, picture(3472, 4961))).toMatchObject({
    detail: { needWidth: 4961, needHeight: 3508 },
  })
  expect(refuseSize({ ...rule, page: undefined }, picture(10, 10))).toBeNull()
})

test('a PDF page is measured in millimetres and kept as pixels', () => {
  const pdf = (width: number, height: number) => ({ kind: 'pdf' as const, pages: 1, width, height })
  expect(refuseSize(rule, pdf(420, 297))).toBeNull()
  expect(refuseSize(rule, pdf(210, 297))).toMatchObject({
    reason: 'page-too-small',
    detail: { width: 210, height: 297, needWidth: 297, needHeight: 420 },
  })
  expect(pixelsOf(rule, pdf(420, 297))).toEqual({ width: 4961, height: 3508 })
})

test('a name is a name, not a path, and keeps its ending', () => {
  expect(plainFileName('C:\\Users\\me\\效果图.jpg', label)).toBe('效果图.jpg')
  expect(plainFileName('../../\u202egpj.exe', label)).toBe('gpj.exe')
  expect(plainFileName('..', label)).toBe('效果图')
  const long = plainFileName(`${'长'.repeat(300)}.jpg`, label)
  expect([[...long].length, long.endsWith('.jpg')]).toEqual([120, true])
})
