import { chance, hash } from './chance'
import { drape } from './drape'
import { jacquard } from './jacquard'
import { knit } from './knit'
import type { KnitStyle } from './knit-chart'
import type { PaletteChoice } from './palettes'
import { paletteOf } from './palettes'
import { escapeXml } from './svg'
import { weave } from './weave'

export const weaves = ['knit', 'jacquard', 'weave', 'drape'] as const

/** knit for contests, jacquard for fairs and conferences, weave for machines and matchmaking, drape for fashion weeks. */
export type Weave = (typeof weaves)[number]

export type Cover = {
  slug: string
  palette: PaletteChoice
  kind: Weave
  /** In pixels; the cloth is drawn for this size and slices to fill any other. */
  width: number
  height: number
  /** Read out in place of the picture; the slug when absent. */
  title?: string
  /** Knit only; the slug chooses when absent. */
  style?: KnitStyle
}

/**
 * An event's cover as one SVG string: the same arguments give the same cloth on every machine.
 * Throws RangeError for an unknown palette, colours not written #rrggbb, or a size that is not positive.
 */
export function cover({ slug, palette, kind, width, height, title, style }: Cover): string {
  if (!(width > 0 && height > 0)) throw new RangeError('a cover needs a positive width and height')
  const r = chance(hash(`${slug}/${kind}`))
  const p = paletteOf(palette)
  const id = 'c' + hash([slug, kind, p.join(), width, height, style ?? ''].join('/')).toString(36)
  const draw = { knit, jacquard, weave, drape }[kind]
  const body = draw(r, p, width, height, id, style)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" role="img" aria-label="${escapeXml(title ?? slug)}">${body}</svg>`
}
