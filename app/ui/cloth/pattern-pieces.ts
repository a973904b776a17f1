import { clamp } from './chance'
import { knitRows, stitchTile } from './knit'
import type { Chart } from './knit-chart'
import { n1, n2 } from './svg'

type Turn = { degrees: number; x: number; y: number }

export type PatternPieces = {
  /** The same chart, knitted over a rectangle of the board, turned about a point where a sleeve hangs. */
  cloth: (x: number, y: number, width: number, height: number, turn?: Turn) => string
  /** A piece cut from cloth: what is inside is clipped to the outline d, and the outline drawn. */
  piece: (name: string, d: string, inside: string) => void
  /** A piece of ribbing. */
  rib: (name: string, d: string, turn?: Turn) => void
  /** Anything drawn over the pieces so far. */
  add: (svg: string) => void
  /** Shadow and light, to be blurred. */
  soft: (d: string, opacity: number) => string
  shine: (d: string, opacity: number) => string
  /** Blurs what is given as one: small for creases. One filter for many shapes, as each costs a pass over the canvas. */
  blur: (shapes: string, size: 'large' | 'small') => string
  drawn: () => string
  defs: () => string
}

export type Yarn = {
  id: string
  gauge: number
  cols: number
  rows: number
  chart: Chart
  ribColour: string
  line: string
}

/** The cutting table of one garment: every part is knitted, clipped to its pattern piece and outlined, in order. */
export function patternPieces({ id, gauge: w, cols, rows, chart, ribColour, line }: Yarn): PatternPieces {
  const h = n1(w * 0.8)
  let clips = ''
  let parts = ''
  const spin = (turn?: Turn) => (turn ? `rotate(${n1(turn.degrees)} ${n1(turn.x)} ${n1(turn.y)}) ` : '')

  const cloth: PatternPieces['cloth'] = (x, y, width, height, turn) => {
    const i0 = Math.floor(x / w)
    const j0 = Math.floor(y / h)
    const across = Math.ceil(width / w) + 2
    const down = Math.ceil(height / h) + 2
    const at: Chart = (i, j) => chart((((i + i0) % cols) + cols) % cols, clamp(j + j0, 0, rows - 1))
    return (
      `<g transform="${spin(turn)}translate(${n1(i0 * w)} ${n1(j0 * h)})">${knitRows(across, down, w, h, at)}` +
      `<rect x="-${w}" y="-${h}" width="${n1((across + 2) * w)}" height="${n1((down + 2) * h)}" fill="url(#${id}v)"/></g>`
    )
  }
  const piece: PatternPieces['piece'] = (name, d, inside) => {
    clips += `<clipPath id="${id}${name}"><path d="${d}"/></clipPath>`
    parts += `<g clip-path="url(#${id}${name})">${inside}</g><path d="${d}" fill="none" stroke="${line}" stroke-width="1.8" stroke-linejoin="round"/>`
  }
  return {
    cloth,
    piece,
    rib: (name, d, turn) =>
      piece(
        name,
        d,
        `<rect x="-50" y="-50" width="700" height="850" fill="${ribColour}"/><rect x="-300" y="-300" width="1200" height="1400" fill="url(#${id}r)"${turn ? ` transform="${spin(turn).trim()}"` : ''}/>`,
      ),
    add: (svg) => {
      parts += svg
    },
    soft: (d, opacity) => `<path d="${d}" fill-opacity="${opacity}"/>`,
    shine: (d, opacity) => `<path d="${d}" fill="#fff" fill-opacity="${opacity}"/>`,
    blur: (shapes, size) => `<g filter="url(#${id}${size === 'large' ? 'fb' : 'fd'})">${shapes}</g>`,
    drawn: () => parts,
    defs: () => `<defs>${stitchTile(id + 'v', w, h, 1)}${ribTile(id + 'r', w, h)}${blurs(id)}${clips}</defs>`,
  }
}

/** 1 × 1 rib: a raised column, the dark beside it, and the slant of its stitches. One rib is as wide as a stitch. */
function ribTile(id: string, w: number, h: number): string {
  const half = n1(h * 0.5)
  const at = (ninths: number) => n2((ninths / 9) * w)
  return (
    `<pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse"><path d="M0 0h${at(3.2)}v${h}H0z" fill="#000" fill-opacity=".4"/>` +
    `<path d="M${at(3.2)} 0h${at(1)}v${h}h-${at(1)}z" fill="#000" fill-opacity=".18"/><path d="M${at(5.6)} 0h${at(1.6)}v${h}h-${at(1.6)}z" fill="#fff" fill-opacity=".2"/>` +
    `<path d="M${at(3.6)} 0L${at(6.3)} ${half}L${w} 0M${at(3.6)} ${h}l${at(2.7)} ${half}L${w} ${h}" fill="none" stroke="#000" stroke-opacity=".28" stroke-width="${at(0.8)}"/></pattern>`
  )
}

// Only black and white are blurred, which look the same in sRGB and spare librsvg two passes over the canvas.
const blurs = (id: string) =>
  `<filter id="${id}fb" x="-40%" y="-40%" width="180%" height="180%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="14"/></filter>` +
  `<filter id="${id}fd" x="-40%" y="-60%" width="180%" height="220%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="7"/></filter>`
