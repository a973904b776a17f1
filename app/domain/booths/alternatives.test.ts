import { describe, expect, test } from 'vitest'
import { alternatives } from './alternatives'
import { readFloor } from './floor'
import { refusePiece } from './piece'
import type { BoothPiece } from './piece'
import { Expo } from './section'

const draw = (plan: string): BoothPiece[] =>
  readFloor(
    Expo.parse({
      dates: 'fair',
      zones: [
        { id: 'yarn', name: { zh: '纱线' } },
        { id: 'sock', name: { zh: '袜' } },
        { id: 'trend', name: { zh: '趋势' }, forSale: false },
      ],
      halls: [{ id: 'h1', name: { zh: '馆' }, grid: 3, plan, letters: { A: 'yarn', S: 'sock', T: 'trend' } }],
    }),
  ).floor.halls.flatMap(({ stands }) => stands)
const pick = (booths: readonly BoothPiece[], ...numbers: string[]) => booths.filter(({ number }) => numbers.includes(number))

const plan = 'AAAA.SS\n.......\nAAAATTR\n......R'
const floor = draw(plan)

describe('one stand of several booths', () => {
  test.each<[string, string[], string | null]>([
    ['neighbours in a row', ['A101', 'A102'], null],
    ['a gap between', ['A101', 'A103'], 'not-together'],
    ['across an aisle', ['A101', 'A301'], 'not-together'],
    ['what the organiser furnishes', ['T305'], 'not-for-sale'],
    ['raw space alone', ['R307'], null],
    ['nothing', [], 'no-booth'],
  ])('%s', (_, numbers, reason) => expect(refusePiece(pick(floor, ...numbers))).toBe(reason))

  test('three of a block of four are no rectangle', () => {
    const block = draw('....\n.AA.\n.AA.\n....')
    expect(refusePiece(pick(block, 'A202', 'A203', 'A302'))).toBe('not-together')
    expect(refusePiece(block)).toBeNull()
  })
})

describe('what could be taken instead', () => {
  const free = (...taken: string[]) => floor.filter(({ number }) => !taken.includes(number))

  test('the nearest of the same zone first, another zone after them', () => {
    expect(alternatives(pick(floor, 'A102'), free('A101', 'A102', 'A302', 'A303', 'A304'))).toEqual([['A103'], ['A104'], ['A301']])
    expect(alternatives(pick(floor, 'A102'), pick(floor, 'S106'))).toEqual([['S106']])
  })

  test('as many booths together as were wanted, none offered twice', () => {
    expect(alternatives(pick(floor, 'A101', 'A102'), free('A101', 'A102'))).toEqual([
      ['A103', 'A104'],
      ['A301', 'A302'],
      ['A303', 'A304'],
    ])
  })

  test('nothing when nothing of the kind is free', () => {
    expect(alternatives(pick(floor, 'R307'), free('R307'))).toEqual([])
  })
})
