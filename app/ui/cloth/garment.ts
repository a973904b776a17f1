import { chance, hash } from './chance'
import type { KnitStyle } from './knit-chart'
import { knitChart } from './knit-chart'
import type { PaletteChoice } from './palettes'
import { mix, paletteOf } from './palettes'
import { patternPieces } from './pattern-pieces'
import { sock } from './sock'
import { escapeXml, n1 } from './svg'
import type { Neck, TopShape } from './measures'
import { top } from './top'

export const shapes = ['pullover', 'cardigan', 'vest', 'dress', 'sock'] as const
export type Shape = TopShape | 'sock'

export type Garment = {
  slug: string
  palette: PaletteChoice
  shape: Shape
  /** Width of a stitch in board units, above 0; a stitch is 0.8 as tall. */
  gauge?: number
  /** The slug chooses when absent. */
  style?: KnitStyle
  /** The slug chooses when absent; socks have none. */
  neck?: Neck
  back?: boolean
}

/**
 * A knitted garment on a 600 × 720 board as one SVG string, the same for the same arguments.
 * `viewBox` crops the board: a small one is a close look at the same stitches. Throws RangeError for an
 * unknown palette, colours not written #rrggbb, a gauge that is not positive or a viewBox that is not four numbers.
 */
export function garment({ viewBox = '0 0 600 720', title, ...drawing }: Garment & { viewBox?: string; title?: string }): string {
  if (!/^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/.test(viewBox)) throw new RangeError('a viewBox is four numbers')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" role="img" aria-label="${escapeXml(title ?? drawing.slug)}">${drawGarment(drawing, viewBox)}</svg>`
}

/** The same drawing without its frame, to be placed on a larger sheet; `place` keeps ids apart when it lies there twice. */
export function drawGarment(design: Garment, place = ''): string {
  const { id, r, gauge, cols, rows, chart, rib, line, light, neck } = prepareGarment(design, place)
  const pieces = patternPieces({ id, gauge, cols, rows, chart, ribColour: rib, line })
  if (design.shape === 'sock') {
    const pair = sock(pieces, id)
    return pieces.defs() + pair
  }
  top(pieces, r, { shape: design.shape, neck, back: design.back ?? false }, { light, rib, line })
  return pieces.defs() + pieces.drawn()
}

/**
 * What a design settles before anything is cut: its yarns, neck and colour chart (cols × rows stitches over the
 * whole board). The chance returned has made exactly these draws, so every drawing of a design has one silhouette.
 */
export function prepareGarment({ slug, palette, shape, gauge = 9, style, neck, back = false }: Garment, place = '') {
  if (!(gauge > 0)) throw new RangeError('a gauge is a positive width')
  const r = chance(hash(slug + '/garment'))
  const p = paletteOf(palette)
  const [deep, main, , light, accent] = p
  const key = [slug, p.join(), shape, gauge, style ?? '', neck ?? '', back, place].join('/')
  const rib = r.pick([deep, main, accent, deep])
  const collar = neck ?? drawNeck(r, shape)
  const cols = Math.ceil(640 / gauge)
  const rows = Math.ceil(760 / n1(gauge * 0.8))
  const chart = knitChart(r, p, cols, rows, 640 / 760, style)
  const line = mix(deep, '#000000', 0.55)
  return { id: 'g' + hash(key).toString(36), r, gauge, cols, rows, chart, rib, line, light, neck: collar }
}

/** Every shape's neck is drawn, whichever is worn, so that one slug in two shapes keeps its chart. */
function drawNeck(r: ReturnType<typeof chance>, shape: Shape): Neck {
  const pullover = r.pick<Neck>(['turtle', 'crew'])
  const vest = r.pick<Neck>(['vee', 'crew'])
  const dress = r.pick<Neck>(['turtle', 'crew'])
  return { pullover, cardigan: 'vee' as const, vest, dress, sock: 'crew' as const }[shape]
}
