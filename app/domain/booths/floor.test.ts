import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFloor } from './floor'
import { overlaps } from './rect'
import { Expo } from './section'

const expo = (plan: string, more: object = {}, also: object[] = []) =>
  Expo.parse({
    dates: 'fair',
    zones: [
      { id: 'yarn', name: { zh: '纱线', en: 'Yarn' } },
      { id: 'trend', name: { zh: '趋势', en: 'Trend' }, forSale: false },
    ],
    halls: [{ id: 'h1', name: { zh: '馆', en: 'Hall' }, grid: 3, plan, letters: { A: 'yarn', T: 'trend' }, also }],
    ...more,
  })
const read = (plan: string, more?: object, also?: object[]) => {
  const { floor, faults } = readFloor(expo(plan, more, also))
  return { stands: floor.halls.flatMap(({ stands }) => stands), faults: faults.map(({ message }) => message) }
}

test('a letter is one stand of the grid, numbered by where it stands', () => {
  const { stands, faults } = read('AA.\n...\n..A')
  expect(faults).toEqual([])
  expect(stands.map(({ number, area, rects, zone }) => ({ number, area, rects, zone }))).toEqual([
    { number: 'A101', area: 900, rects: [{ x: 0, y: 0, width: 30, depth: 30 }], zone: 'yarn' },
    { number: 'A102', area: 900, rects: [{ x: 30, y: 0, width: 30, depth: 30 }], zone: 'yarn' },
    { number: 'A303', area: 900, rects: [{ x: 60, y: 60, width: 30, depth: 30 }], zone: 'yarn' },
  ])
})

test('a stand added or taken away renames no other', () => {
  const before = read('AA.\n...').stands.map(({ number }) => number)
  expect(read('.A.\n...').stands.map(({ number }) => number)).toEqual(before.slice(1))
})

test('openings are the sides that face an aisle; pillars and neighbours close them, fire lanes do not', () => {
  const open = Object.fromEntries(read('....\n.AA#\n.A~.\n....').stands.map(({ number, openings }) => [number, openings]))
  expect(open).toEqual({ A202: ['north', 'west'], A203: ['north', 'south'], A302: ['east', 'south', 'west'] })
})

test('an island of raw space is one stand, open on four sides though a pillar stands before one', () => {
  const { stands } = read('..#...\n.RRRR.\n.RRRR.\n......')
  expect(stands).toMatchObject([{ number: 'R202', kind: 'raw', area: 7200, openings: ['north', 'east', 'south', 'west'] }])
  expect(stands[0]?.rects).toEqual([{ x: 30, y: 30, width: 120, depth: 60 }])
})

test('raw space of another form is several rectangles of one stand', () => {
  const [stand] = read('....\nRRR.\nR...').stands
  expect(stand?.rects).toEqual([
    { x: 0, y: 30, width: 90, depth: 30 },
    { x: 0, y: 60, width: 30, depth: 30 },
  ])
})

test('a listed stand closes the side of its neighbour only along most of it', () => {
  const at = (size: [number, number]) => read('A...\n....', {}, [{ id: 'X01', at: [3, 0], size, zone: 'yarn' }]).stands[0]?.openings
  expect(at([3, 1.5])).toEqual(['south'])
  expect(at([3, 1])).toEqual(['east', 'south'])
})

describe('what cannot stand is said', () => {
  const X = (id: string, at: [number, number], size: [number, number]) => ({ id, at, size, zone: 'yarn' })
  test.each<[string, string, object[], string[]]>([
    ['rows of unlike width', 'A.\n...', [], ['row 2 of the plan is 3 letters wide, the first row 2; all rows are equally wide']],
    [
      'an unknown sign',
      'A*\n..',
      [],
      ['the plan has “*”; a plan is drawn with A–Z, . aisle, # wall, > entrance, ~ fire lane and R raw space'],
    ],
    [
      'a stand behind stands',
      'AAA\nAAA\n...',
      [],
      ['A101', 'A102', 'A103'].map((n) => `${n} faces no aisle, so nobody can enter it; leave an aisle (.) on one side`),
    ],
    ['a stand outside the hall', 'A.\n..', [X('X1', [4, 3], [3, 3])], ['X1 lies outside the hall, which is 6 m × 6 m']],
    ['a stand on a drawn one', 'A.\n..', [X('X1', [2, 0], [3, 3])], ['X1 overlaps the drawn booth A101']],
    ['a stand on a fire lane', 'A.~\n...', [X('X1', [5, 0], [2, 3])], ['X1 overlaps a fire lane']],
    ['two listed stands on one place', 'A..\n...', [X('X1', [5, 0], [2, 3]), X('X2', [6, 2], [2, 2])], ['X2 overlaps X1']],
    ['two booths with one number', 'A..\n...', [X('A101', [5, 0], [2, 3])], ['two booths have the number A101; rename one']],
  ])('%s', (_, plan, also, expected) => {
    expect(read(plan, {}, also).faults).toEqual(expected)
  })

  test('two halls with one letter need a prefix', () => {
    const hall = { name: { zh: '馆', en: 'Hall' }, grid: 3, plan: 'A.', letters: { A: 'yarn' } }
    const two = (prefix?: string) =>
      read('A.', {
        halls: [
          { id: 'a', ...hall },
          { id: 'b', ...hall, prefix },
        ],
      })
    expect(two().faults).toEqual(['two booths have the number A101; give one hall a prefix'])
    expect(two('2').faults).toEqual([])
  })

  test('raw space below the smallest the rules sell; what the organiser furnishes may be any size', () => {
    const stands = { standard: { from: 12 }, raw: { from: 36 } }
    expect(read('RR.\nT..', { stands }).faults).toEqual(['R101 has 18 m², but raw space starts at 36 m² (stands.raw.from)'])
  })
})

test('whatever is drawn, reading it ends, stands never overlap and numbers differ', () => {
  const letter = fc.constantFrom('A', 'T', 'R', '.', '#', '>', '~')
  const drawing = fc
    .integer({ min: 1, max: 12 })
    .chain((width) => fc.array(fc.string({ unit: letter, minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }))
  fc.assert(
    fc.property(drawing, (rows) => {
      const { stands } = read(rows.join('\n'))
      const rects = stands.flatMap((stand) => stand.rects)
      expect(rects.some((a, i) => rects.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false)
      expect(new Set(stands.map(({ number }) => number)).size).toBe(stands.length)
      expect(stands.reduce((sum, { area }) => sum + area, 0)).toBe(rows.join('').replace(/[^ATR]/g, '').length * 900)
    }),
  )
})
