import { drawFlat } from '~/ui/cloth/flat'
import type { Measures } from '~/ui/cloth/measures'
import { unitsPerCm } from './illustration'
import { demoMark, ink, rule, sheet, words } from './lettering'
import type { Work } from './work'
import { shapeNames } from './work'

const indigo = '#1f3b63'
type Dimension = { label: string; x1: number; y1: number; x2: number; y2: number; cm: number }

/** The flats (款式图): front and back in lines with dimensions in centimetres. */
export function flats(work: Work, title: string): string {
  const front = drawFlat(work.main)
  const back = drawFlat({ ...work.main, back: true })
  const per = unitsPerCm(work)
  const lines = front.measures ? topDimensions(front.measures, per) : sockDimensions(per)
  return (
    `<rect width="${sheet.width}" height="${sheet.height}" fill="#fff"/>` +
    words(90, 100, title, { size: 40 }) +
    words(90, 140, `款式图 · ${shapeNames[work.main.shape]} · 单位 cm`, { size: 20, fill: '#544f48' }) +
    rule('M90 164H1510') +
    `<g transform="translate(80 210) scale(1.1)">${front.svg}${lines.map(dimension).join('')}</g>` +
    `<g transform="translate(860 210) scale(1.1)">${back.svg}</g>` +
    words(410, 1060, front.measures ? '正面' : '外侧', { size: 20, anchor: 'middle' }) +
    words(1190, 1060, front.measures ? '背面' : '内侧', { size: 20, anchor: 'middle' }) +
    demoMark(1418, 1066)
  )
}

function topDimensions({ shoulder, shoulderY, chest, armY, hem, hemWidth, sleeves, long }: Measures, per: number): Dimension[] {
  const across = (label: string, half: number, y: number): Dimension => ({
    label,
    x1: 300 - half,
    y1: y,
    x2: 300 + half,
    y2: y,
    cm: (2 * half) / per,
  })
  const list = [
    across('肩宽', shoulder, -6),
    across(long ? '胸宽' : '胸围/2', chest, armY + 26),
    across('下摆', hemWidth - 10, hem + 40),
    { label: '衣长', x1: -8, y1: 92, x2: -8, y2: hem, cm: (hem - 92) / per },
  ]
  if (!sleeves) return list
  const cuff = long ? 560 : 570
  return [...list, { label: '袖长', x1: 590, y1: shoulderY, x2: 590, y2: cuff, cm: Math.hypot(cuff - shoulderY, 80) / per }]
}

const sockDimensions = (per: number): Dimension[] => [
  { label: '袜口宽', x1: 150, y1: 52, x2: 286, y2: 52, cm: 136 / per },
  { label: '筒高', x1: 116, y1: 84, x2: 116, y2: 450, cm: 366 / per },
  { label: '底长', x1: 58, y1: 690, x2: 246, y2: 690, cm: 336 / per },
]

/** A dimension line with ticks at its ends and the figure in a gap in its middle. */
function dimension({ label, x1, y1, x2, y2, cm }: Dimension): string {
  const [nx, ny] = x1 === x2 ? [7, 0] : [0, 7]
  const x = (x1 + x2) / 2
  const y = (y1 + y2) / 2
  const text = `${label} ${cm.toFixed(1)}`
  const wide = text.length * 12 + 8
  const ticks = [
    [x1, y1],
    [x2, y2],
  ].map(([tx = 0, ty = 0]) => `M${(tx - nx).toFixed(1)} ${(ty - ny).toFixed(1)}l${2 * nx} ${2 * ny}`)
  return (
    rule(`M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}${ticks.join('')}`, 1.2, indigo) +
    `<rect x="${(x - wide / 2).toFixed(1)}" y="${(y - 12).toFixed(1)}" width="${wide}" height="22" fill="#fff"/>` +
    words(x, y + 5, text, { size: 15, fill: ink, anchor: 'middle' })
  )
}
