import type { Chance } from './chance'
import { n1 } from './svg'

export type TopShape = 'pullover' | 'cardigan' | 'vest' | 'dress'
export type Neck = 'turtle' | 'crew' | 'vee'

export type Colours = { light: string; rib: string; line: string }

export type Measures = ReturnType<typeof measure>

/** Board units; widths are half-widths from the centre front, which every piece is cut by. */
export function measure(r: Chance, shape: TopShape, neck: Neck) {
  const long = shape === 'dress'
  const sleeves = shape !== 'vest'
  const shoulder = sleeves ? r.between(142, 156) : r.between(112, 122)
  const hem = long ? 676 : shape === 'vest' ? 545 : r.between(560, 606)
  const chest = long ? 112 : sleeves ? r.between(138, 150) : 132
  return {
    long,
    sleeves,
    shoulder,
    shoulderY: 92 + shoulder * 0.26,
    neck: neck === 'turtle' ? 50 : 56,
    hem,
    hemTop: hem - 46,
    chest,
    hemWidth: long ? r.between(150, 172) : chest - 4,
    armY: sleeves ? 292 : 268,
    waistY: long ? 350 : 430,
    vee: shape === 'vest' ? 250 : 300,
  }
}

/** Left (-1) or right (1) of the centre front, as the viewer sees it. */
export const side = (s: -1 | 1) => (x: number) => n1(300 + s * x)
export const L = side(-1)
export const R = side(1)
