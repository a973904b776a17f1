import { nth } from '~/ui/cloth/chance'
import { prepareGarment } from '~/ui/cloth/garment'
import { demoMark, ink, paper, rule, sheet, words } from './lettering'
import type { Work } from './work'
import { shapeNames, styleNames } from './work'

const cell = 16
const cols = 46
const rows = 50

/** The craft sheet (工艺单): a colour chart of the chest, the loop diagram and the figures a knitter needs. */
export function craft(work: Work, title: string): string {
  return (
    `<rect width="${sheet.width}" height="${sheet.height}" fill="${paper}"/>` +
    words(90, 100, title, { size: 40 }) +
    words(90, 140, '工艺单 · 意匠图与规格', { size: 20, fill: '#544f48' }) +
    rule('M90 164H1510') +
    `<g transform="translate(120 200)">${colourChart(work)}</g>` +
    `<g transform="translate(960 200)">${specification(work)}</g>` +
    `<g transform="translate(960 720)">${loops(work)}</g>` +
    demoMark(1418, 1066)
  )
}

/** The chart as knitters read it: one square a stitch, every fifth line heavier, rows counted from below. */
function colourChart(work: Work): string {
  const { chart, cols: boardCols } = prepareGarment(work.main)
  const left = Math.max(0, Math.floor((boardCols - cols) / 2))
  const byColour = new Map<string, string>()
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < cols;) {
      const colour = chart(i + left, j + 12)
      let n = 1
      while (i + n < cols && chart(i + n + left, j + 12) === colour) n++
      byColour.set(colour, (byColour.get(colour) ?? '') + `M${i} ${j}h${n}v1h-${n}z`)
      i += n
    }
  const width = cols * cell
  const height = rows * cell
  const grid = (step: number) => {
    let d = ''
    for (let i = 0; i <= cols; i += step) d += `M${i * cell} 0v${height}`
    for (let j = 0; j <= rows; j += step) d += `M0 ${j * cell}h${width}`
    return d
  }
  const counts = Array.from({ length: rows / 5 }, (_, k) =>
    words(-8, height - (k * 5 + 4) * cell - 3, String(k * 5 + 5), { size: 12, anchor: 'end' }),
  )
  const needles = Array.from({ length: Math.floor(cols / 5) }, (_, k) =>
    words((k * 5 + 4.5) * cell, height + 18, String(k * 5 + 5), { size: 12, anchor: 'middle' }),
  )
  return (
    `<g transform="scale(${cell})" shape-rendering="crispEdges">${[...byColour].map(([colour, d]) => `<path fill="${colour}" d="${d}"/>`).join('')}</g>` +
    `<g opacity=".35">${rule(grid(1), 0.8)}</g>${rule(grid(5), 1)}${counts.join('')}${needles.join('')}` +
    words(0, height + 44, `每格一针一行 · 花宽 ${cols} 针，花高 ${rows} 行`, { size: 15, fill: '#544f48' })
  )
}

/** Two columns of figures: what is asked on the left, this design's answer on the right. */
function specification(work: Work): string {
  const r = work.draws('craft')
  const table: readonly (readonly [string, string])[] = [
    ['款式', shapeNames[work.main.shape]],
    ['组织', `${styleNames[work.style]}，${r.pick(['单面', '空气层', '芝麻点背', '横条背'])}`],
    ['机型', `${work.needle}G 电脑横机`],
    ['成分', work.yarn.fibre],
    ['纱支', `${work.yarn.count}，${r.pick(['单纱', '两根并入'])}`],
    ['横密 × 纵密', `${work.density.across} 针 × ${work.density.down} 行 / 10 cm`],
    ['下机克重', `${work.main.shape === 'sock' ? Math.round(work.weight / 6) : work.weight} g`],
    ['罗纹', `${r.pick(['1 × 1', '2 × 1', '2 × 2'])}，高 ${r.int(4, 7)} cm`],
    ['后整理', r.pick(['缩绒，蒸烫定型', '水洗，平铺晾干', '柔软整理，蒸烫定型'])],
    ['缩率', `横 ${r.int(2, 4)}%，纵 ${r.int(3, 6)}%`],
  ]
  return table
    .map(([name, value], k) => {
      const y = k * 44
      return (
        rule(`M0 ${y}H550`, k ? 0.6 : 1.4) + words(0, y + 29, name, { size: 17, fill: '#544f48' }) + words(150, y + 29, value, { size: 17 })
      )
    })
    .concat(rule(`M0 ${table.length * 44}H550`, 1.4))
    .join('')
}

/** The course of the yarn through five wales and four courses of stocking stitch, alternate rows in two yarns. */
function loops({ palette, needle }: Work): string {
  const [wale, course] = [96, 58]
  let out = ''
  for (let j = 3; j >= 0; j--) {
    const y = 60 + j * course
    let d = `M8 ${y + 52}`
    for (let i = 0; i < 5; i++) {
      const x = 20 + i * wale
      d += `C${x + 26} ${y + 62} ${x + 40} ${y + 40} ${x + 30} ${y + 8}C${x + 22} ${y - 34} ${x + 74} ${y - 34} ${x + 66} ${y + 8}C${x + 56} ${y + 40} ${x + 70} ${y + 62} ${x + wale - 4} ${y + 52}`
    }
    const yarn = nth(palette, j % 2 ? 1 : 2)
    out += `<path d="${d}" fill="none" stroke="${ink}" stroke-width="15" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${yarn}" stroke-width="12.5" stroke-linecap="round"/>`
  }
  return words(0, 8, `线圈结构（纬平针，${needle}G）`, { size: 17 }) + out
}
