import { cover } from '~/ui/cloth/cover'
import type { Garment } from '~/ui/cloth/garment'
import { drawGarment } from '~/ui/cloth/garment'
import { mix } from '~/ui/cloth/palettes'
import { n1 } from '~/ui/cloth/svg'
import { demoMark, ink, paper, rule, sheet, verticalTitle, words } from './lettering'
import type { Work } from './work'
import { shapeNames, styleNames } from './work'

/**
 * A garment with its board's corner at (x, y). The gauge follows the scale so that stitches measure 10 × 8 px:
 * stitches of whole pixels render far faster.
 */
const hang = (garment: Garment, x: number, y: number, scale: number, place = ''): string =>
  `<g transform="translate(${n1(x)} ${n1(y)}) scale(${scale})">${drawGarment({ ...garment, gauge: 10 / scale }, place)}</g>`

/** The illustration board (效果图): garments front and back, title, yarns and scale, in one of three layouts. */
export function illustration(work: Work, title: string): string {
  const r = work.draws('illustration')
  const [deep, , mid, light] = work.palette
  const layout = r.pick([pair, series, besideCloth])
  const ground = r.pick([paper, mix(light, '#ffffff', 0.45), mix(mid, '#ffffff', 0.72), mix(deep, '#ffffff', 0.86)])
  return `<rect width="${sheet.width}" height="${sheet.height}" fill="${ground}"/>${layout(work, title)}`
}

/** Front large, back smaller beside it. */
function pair(work: Work, title: string): string {
  const { main } = work
  return (
    hang(main, 70, 110, 1.25) +
    hang({ ...main, back: true }, 830, 390, 0.8) +
    words(445, 1066, sides(work)[0], { size: 18, anchor: 'middle' }) +
    words(1070, 1066, sides(work)[1], { size: 18, anchor: 'middle' }) +
    rule('M1360 90V1040') +
    verticalTitle(1520, 90, 620, title) +
    yarns(work, 1392, 760) +
    scaleBar(work, 90, 1050, 1.25) +
    caption(work, 90, 76) +
    demoMark(1428, 1062)
  )
}

/** Front, back and a second piece of the series on one line. */
function series(work: Work, title: string): string {
  const { main, second } = work
  const y = 270
  return (
    [main, { ...main, back: true }, second].map((garment, k) => hang(garment, 40 + k * 440, y, 0.8, String(k))).join('') +
    rule(`M80 ${y + 610}H1340`) +
    [...sides(work), '系列款'].map((name, k) => words(280 + k * 440, y + 644, name, { size: 18, anchor: 'middle' })).join('') +
    verticalTitle(1520, 100, 560, title) +
    yarns(work, 1392, 720) +
    scaleBar(work, 80, 1040, 0.8) +
    caption(work, 80, 130) +
    demoMark(1428, 1062)
  )
}

/** A strip of the cloth down the left edge, front and back over paper. */
function besideCloth(work: Work, title: string): string {
  const { main, slug, palette, style } = work
  const strip = cover({ slug, palette, kind: 'knit', width: 300, height: sheet.height, style })
  return (
    strip.replace('<svg ', `<svg width="300" height="${sheet.height}" `) +
    hang(main, 290, 200, 1) +
    hang({ ...main, back: true }, 870, 420, 0.8) +
    words(590, 960, sides(work)[0], { size: 18, anchor: 'middle' }) +
    words(1110, 1016, sides(work)[1], { size: 18, anchor: 'middle' }) +
    verticalTitle(1520, 100, 560, title) +
    yarns(work, 1392, 720) +
    scaleBar(work, 360, 1050, 1) +
    caption(work, 360, 110) +
    demoMark(1428, 1062)
  )
}

const sides = (work: Work) => (work.main.shape === 'sock' ? (['外侧', '内侧'] as const) : (['正面', '背面'] as const))

function caption(work: Work, x: number, y: number): string {
  const line = `${shapeNames[work.main.shape]} · ${styleNames[work.style]} · ${work.needle}针`
  return words(x, y, line, { size: 22 }) + words(x, y + 32, work.yarn.fibre, { size: 18, fill: '#544f48' })
}

/** The five yarns wound on cards. */
function yarns({ palette, slug }: Work, x: number, y: number): string {
  const id = `y${slug.replace(/[^a-z0-9]/gi, '')}`
  const cards = palette.map((colour, k) => {
    const cx = x + (k % 2) * 66
    const cy = y + Math.floor(k / 2) * 92
    return (
      `<rect x="${cx}" y="${cy}" width="52" height="60" fill="${colour}"/><rect x="${cx}" y="${cy}" width="52" height="60" fill="url(#${id})"/>` +
      words(cx + 26, cy + 78, `0${k + 1}`, { size: 13, fill: '#544f48', anchor: 'middle' })
    )
  })
  return (
    `<defs><pattern id="${id}" width="52" height="4" patternUnits="userSpaceOnUse"><path d="M0 3.5h52" stroke="#000" stroke-opacity=".22"/><path d="M0 1.5h52" stroke="#fff" stroke-opacity=".16"/></pattern></defs>` +
    cards.join('')
  )
}

/** Board units to 1 cm: a pullover's chest of 290 units lies 44 cm wide, a sock's leg of 136 9 cm. */
export const unitsPerCm = (work: Work): number => (work.main.shape === 'sock' ? 15 : 6.6)

function scaleBar(work: Work, x: number, y: number, scale: number): string {
  const cm = work.main.shape === 'sock' ? 10 : 20
  const length = n1(unitsPerCm(work) * cm * scale)
  const half = n1(length / 2)
  return (
    `<rect x="${x}" y="${y}" width="${half}" height="6" fill="${ink}"/><rect x="${x}" y="${y}" width="${length}" height="6" fill="none" stroke="${ink}"/>` +
    words(x, y + 26, '0', { size: 14 }) +
    words(x + length, y + 26, `${cm} cm`, { size: 14, anchor: 'middle' })
  )
}
