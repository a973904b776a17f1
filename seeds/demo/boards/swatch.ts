import { prepareGarment } from '~/ui/cloth/garment'
import { knitRows, stitchTile } from '~/ui/cloth/knit'
import { mix } from '~/ui/cloth/palettes'
import { demoMark, ink, rule, sheet, words } from './lettering'
import type { Work } from './work'
import { styleNames } from './work'

/** The swatch (小样): a close look at the stitches, lying on card beside a ruler and its label. */
export function swatch(work: Work, title: string): string {
  const r = work.draws('swatch')
  const id = 's' + work.slug.replace(/[^a-z0-9]/gi, '')
  const h = r.pick([28, 32, 36])
  const w = Math.round(h * 1.26)
  const cols = Math.floor(1300 / w)
  const rows = Math.floor(930 / h)
  const [width, height] = [cols * w, rows * h]
  const { chart, cols: boardCols, rows: boardRows } = prepareGarment(work.main)
  const left = r.int(0, Math.max(0, boardCols - cols - 1))
  const upper = r.int(0, Math.max(0, boardRows - rows - 1))
  const card = mix(work.palette[3], '#ffffff', 0.35)
  return (
    `<defs>${stitchTile(id, w, h, 1)}<linearGradient id="${id}l" x2="1" y2="1"><stop stop-color="#fff" stop-opacity=".14"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-opacity=".16"/></linearGradient>` +
    `<clipPath id="${id}c"><path d="${edge(cols, rows, w, h)}"/></clipPath></defs>` +
    `<rect width="${sheet.width}" height="${sheet.height}" fill="${card}"/>` +
    `<path d="${edge(cols, rows, w, h)}" transform="translate(68 92)" fill="#000" fill-opacity=".2"/>` +
    `<g transform="translate(60 80)"><g clip-path="url(#${id}c)">${knitRows(cols, rows + 1, w, h, (i, j) => chart((i + left) % boardCols, Math.min(boardRows - 1, j + upper)))}` +
    `<rect width="${width}" height="${height + h}" fill="url(#${id})"/><rect width="${width}" height="${height + h}" fill="url(#${id}l)"/></g></g>` +
    ruler(work, 60, 1046, width, w) +
    label(work, title) +
    demoMark(1468, 1062)
  )
}

/** The outline of the piece: straight selvedges, loops at the cast-off edges. */
function edge(cols: number, rows: number, w: number, h: number): string {
  const d = Math.round(h * 0.6)
  return `M0 0${`l${w / 2} ${d} ${w / 2} -${d}`.repeat(cols)}V${rows * h}${`l-${w / 2} ${d} -${w / 2} -${d}`.repeat(cols)}z`
}

/** A ruler in centimetres for the density of the design. */
function ruler({ density }: Work, x: number, y: number, width: number, stitch: number): string {
  const cm = (density.across / 10) * stitch
  let d = `M${x} ${y}h${width}`
  let figures = ''
  for (let k = 0; k * cm <= width; k++) {
    d += `M${(x + k * cm).toFixed(1)} ${y}v${k % 5 ? 12 : 20}`
    if (k % 5 === 0)
      figures += words(x + k * cm, y + 38, k ? String(k) : '0 cm', {
        size: 14,
        anchor: k ? 'middle' : 'start',
      })
  }
  return rule(d, 1.2) + figures
}

/** The hang tag at the right: title, chart, yarn, density, and the yarns as threads. */
function label({ palette, style, yarn, needle, density }: Work, title: string): string {
  const x = 1400
  const lines = [
    styleNames[style],
    `${needle}G`,
    ...yarn.fibre.split('  '),
    yarn.count,
    `${density.across} 针 / 10 cm`,
    `${density.down} 行 / 10 cm`,
  ]
  const short = [...title]
  return (
    `<rect x="${x}" y="80" width="150" height="560" fill="#fff" stroke="${ink}" stroke-width=".8"/><circle cx="${x + 75}" cy="106" r="8" fill="none" stroke="${ink}"/>` +
    words(x + 75, 160, short.length > 6 ? short.slice(0, 5).join('') + '…' : title, {
      size: 19,
      anchor: 'middle',
    }) +
    rule(`M${x + 16} 180h118`, 0.8) +
    lines.map((line, k) => words(x + 16, 212 + k * 30, line, { size: 15 })).join('') +
    palette.map((colour, k) => rule(`M${x + 16} ${470 + k * 30}c30 -14 60 14 118 0`, 9, colour)).join('')
  )
}
