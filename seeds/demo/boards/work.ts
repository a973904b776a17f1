import type { Chance } from '~/ui/cloth/chance'
import { chance, hash } from '~/ui/cloth/chance'
import type { Garment, Shape } from '~/ui/cloth/garment'
import type { KnitStyle } from '~/ui/cloth/knit-chart'
import { knitStyles } from '~/ui/cloth/knit-chart'
import type { Palette, PaletteName } from '~/ui/cloth/palettes'
import { palettes } from '~/ui/cloth/palettes'

/** One fictional entry: what its illustration, flats, craft sheet and swatch all agree on. */
export type Work = {
  slug: string
  palette: Palette
  style: KnitStyle
  /** The piece the entry is about, and a second one of the same series. */
  main: Garment
  second: Garment
  yarn: { fibre: string; count: string }
  /** Needles per inch. */
  needle: number
  /** Stitches and rows on 10 cm. */
  density: { across: number; down: number }
  weight: number
  /** A fresh stream for one sheet's own choices, so that sheets do not disturb each other. */
  draws: (sheet: string) => Chance
}

const shapePool: readonly Shape[] = ['pullover', 'pullover', 'cardigan', 'cardigan', 'vest', 'dress', 'dress', 'sock']
const fibres = [
  '羊毛 100%',
  '羊毛 70%  羊绒 30%',
  '羊毛 60%  再生涤纶 40%',
  '羊绒 80%  桑蚕丝 20%',
  '精梳棉 100%',
  '棉 55%  亚麻 45%',
  '羊毛 50%  腈纶 50%',
  '莱赛尔 60%  棉 40%',
]
const needles = [
  { needle: 3, count: '3.6 Nm / 1', across: 12, down: 17, weight: 620 },
  { needle: 5, count: '8 Nm / 2', across: 18, down: 25, weight: 510 },
  { needle: 7, count: '16 Nm / 2', across: 24, down: 34, weight: 430 },
  { needle: 9, count: '26 Nm / 2', across: 31, down: 43, weight: 360 },
  { needle: 12, count: '48 Nm / 2', across: 42, down: 58, weight: 290 },
]

/** The work of a seed: one of 8 palettes (half of them with a borrowed accent), 5 shapes and 6 charts, then its own draws. */
export function drawWork(seed: string | number): Work {
  const slug = `demo-work-${seed}`
  const draws = (sheet: string) => chance(hash(`${slug}/${sheet}`))
  const r = draws('work')
  const names = Object.keys(palettes) as PaletteName[]
  const name = r.pick(names)
  const lender = r.pick(names)
  const [deep, main, mid, light, accent] = palettes[name]
  const palette: Palette = [deep, main, mid, light, r.next() < 0.5 ? accent : palettes[lender][4]]
  const style = r.pick(knitStyles)
  const shape = r.pick(shapePool)
  const second = r.pick(shapePool.filter((other) => other !== shape))
  const machine = r.pick(needles)
  const piece = (each: Shape, part: string): Garment => ({ slug: slug + part, palette, shape: each, style })
  return {
    slug,
    palette,
    style,
    main: piece(shape, ''),
    second: piece(second, '/second'),
    yarn: { fibre: r.pick(fibres), count: machine.count },
    needle: machine.needle,
    density: { across: machine.across + r.int(-1, 1), down: machine.down + r.int(-2, 2) },
    weight: machine.weight + 10 * r.int(-4, 4),
    draws,
  }
}

export const shapeNames: Record<Shape, string> = {
  pullover: '套头衫',
  cardigan: '开衫',
  vest: '背心',
  dress: '连衣裙',
  sock: '中筒袜',
}

export const styleNames: Record<KnitStyle, string> = {
  tide: '嵌花渐变',
  zigzag: '折线提花',
  bands: '横条提花',
  scales: '鳞纹提花',
  diamonds: '菱形嵌花',
  blocks: '色块嵌花',
}
