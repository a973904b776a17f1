import type { Chance } from './chance'
import { clamp } from './chance'
import type { KnitStyle } from './knit-chart'
import { knitChart } from './knit-chart'
import type { Palette } from './palettes'
import { n1, n2 } from './svg'

/** How far the middle of a stitch hangs below its edges, in row heights. */
const dip = 0.62
const dipText = '.62'

/**
 * A pattern of knit stitches w × h without colour: legs, ply and the dark between loops, laid over coloured
 * rows. Painted three rows deep because a stitch reaches into the rows under it.
 */
export function stitchTile(id: string, w: number, h: number, strength: number): string {
  const d = h * dip
  const half = w / 2
  let out = ''
  for (const y of [-2 * h, -h, 0])
    for (const dir of [1, -1]) {
      const x0 = dir > 0 ? 0 : w
      const span = half - x0
      out += `<path d="M${x0} ${n1(y)}L${n1(half)} ${n1(y + d)}v${n1(h)}L${x0} ${n1(y + h)}Z${leg(dir, y, w, h)}" fill="#000" fill-opacity="${n2(0.3 * strength)}" fill-rule="evenodd"/>`
      out += `<path d="M${n1(x0 + span * 0.2)} ${n1(y + h * 0.42)}L${n1(x0 + span * 0.82)} ${n1(y + d * 0.82 + h * 0.36)}" stroke="#fff" stroke-opacity="${n2((dir > 0 ? 0.26 : 0.13) * strength)}" stroke-width="${n1(h * 0.2)}" stroke-linecap="round"/>`
      if (h <= 9) continue // too small to show ply
      const ply = (f: number) => `M${n1(x0 + span * f)} ${n1(y + d * f + h * 0.18)}l${n1(span * 0.3)} ${n1(h * 0.62)}`
      out += `<path d="${ply(0.12)}${ply(0.4)}${ply(0.66)}" stroke="#000" stroke-opacity="${n2(0.1 * strength)}" stroke-width="${n1(Math.max(0.5, h * 0.05))}" fill="none"/>`
    }
  return `<pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse">${out}</pattern>`
}

/** The outline of one leg of the V; dir 1 is the left leg, -1 the right. */
function leg(dir: number, y: number, w: number, h: number): string {
  const d = h * dip
  const x0 = dir > 0 ? 0 : w
  const xm = w / 2
  const b = w * 0.16 * dir
  const edge = n1(x0 + w * 0.06 * dir)
  const top = n1(y + h * 0.16)
  const side = n1(x0 + w * 0.02 * dir)
  return (
    `M${edge} ${top}C${n1(x0 + b)} ${n1(y - h * 0.05)} ${n1(xm - b * 0.5)} ${n1(y + d * 0.72)} ${n1(xm - w * 0.045 * dir)} ${n1(y + d + h * 0.26)}` +
    `C${n1(xm - w * 0.03 * dir)} ${n1(y + d + h)} ${n1(xm - b)} ${n1(y + d + h * 0.98)} ${n1(x0 + b * 1.2)} ${n1(y + h * 1.02)}` +
    `C${side} ${n1(y + h * 0.8)} ${side} ${n1(y + h * 0.4)} ${edge} ${top}Z`
  )
}

/**
 * Coloured rows of stitches, w × h each, from (0, -h) down. Each row is painted over the one above with a
 * zigzag top edge, so a change of colour follows the yarn; where the colour stays, the edge cannot be seen
 * and is drawn straight. Drawn in units of half a stitch by one row, which keeps the numbers short.
 */
export function knitRows(cols: number, rows: number, w: number, h: number, colourAt: (i: number, j: number) => string): string {
  let out = ''
  let above: string[] = []
  for (let j = 0; j < rows; j++) {
    const row = Array.from({ length: cols }, (_, i) => colourAt(i, j))
    const byColour = new Map<string, string>()
    for (let i = 0; i < cols;) {
      const colour = row[i] ?? ''
      let end = i
      let edge = ''
      while (end < cols && row[end] === colour) {
        const changed = j > 0 && above[end] !== colour
        const from = end
        while (end < cols && row[end] === colour && (j > 0 && above[end] !== colour) === changed) end++
        edge += changed ? `l1 ${dipText}${` 1-${dipText} 1 ${dipText}`.repeat(end - from - 1)} 1-${dipText}` : `h${2 * (end - from)}`
      }
      const path = `M${2 * i} ${j === 0 ? -1 : j}${edge}V${j + 2}H${2 * i}z`
      byColour.set(colour, (byColour.get(colour) ?? '') + path)
      i = end
    }
    for (const [colour, path] of byColour) out += `<path fill="${colour}" d="${path}"/>`
    above = row
  }
  return `<g transform="scale(${w / 2} ${h})">${out}</g>`
}

/**
 * A chart of knit stitches filling W × H. Stitches measure whole pixels: a tile that does not is resampled for
 * every pixel it covers, which takes librsvg thirty times as long.
 */
export function knit(r: Chance, p: Palette, W: number, H: number, id: string, style?: KnitStyle): string {
  const h = Math.max(1, Math.round(H / Math.round(clamp(H / 17, 15, 50))))
  const w = Math.round(h * 1.26)
  const rows = Math.ceil(H / h)
  const cols = Math.ceil(W / w) + 1
  const at = knitChart(r, p, cols, rows, W / H, style)
  let shade = ''
  for (let j = 0; j < rows; j++) if (r.next() < 0.3) shade += `M0 ${j * h}h${W}v${h}H0z`
  return (
    `<defs>${stitchTile(id + 'v', w, h, 1)}</defs>${knitRows(cols, rows, w, h, at)}` +
    `<path d="${shade}" fill="#000" fill-opacity=".035"/><rect width="${W}" height="${H}" fill="url(#${id}v)"/>`
  )
}
