import { chance, hash, nth } from '~/ui/cloth/chance'
import { craft } from './craft'
import { flats } from './flats'
import { illustration } from './illustration'
import { frame, sheet, words } from './lettering'
import { swatch } from './swatch'
import { drawWork } from './work'

export const boardSlots = ['board', 'flats', 'craft', 'swatch'] as const
export type BoardSlot = (typeof boardSlots)[number]

export type BoardSheet = {
  /** One work: its four sheets agree on palette, shape, chart and yarn. */
  seed: string | number
  slot: BoardSlot
  title: string
  /** A fictional name to stand on the sheet: the fault that precheck finds most often. */
  leak?: string
}

const sheets = { board: illustration, flats, craft, swatch }

/**
 * One sheet of a fictional work as SVG, A3 landscape (1600 × 1131): the same arguments give the same sheet.
 * Every sheet bears the mark 示例作品. Rasterise at 1600 wide or a whole multiple and resize from there: stitches then
 * keep to whole pixels, and other sizes take librsvg several times as long.
 */
export function board({ seed, slot, title, leak }: BoardSheet): string {
  const body = sheets[slot](drawWork(seed), title)
  return frame(title, body + (leak ? leaked(seed, slot, leak) : ''))
}

/** Names stand where entrants leave them: signed in a corner, credited at the head, or across the whole sheet. */
function leaked(seed: string | number, slot: BoardSlot, name: string): string {
  const place = chance(hash(`${seed}/${slot}/leak`)).int(0, 2)
  if (place === 2) {
    const rows = Array.from({ length: 4 }, (_, k) => words(nth([200, 620, 320, 740], k), 260 + k * 230, name, { size: 54, fill: '#000' }))
    return `<g opacity=".14" transform="rotate(-18 ${sheet.width / 2} ${sheet.height / 2})">${rows.join('')}</g>`
  }
  return place === 1
    ? words(1310, 60, `设计：${name}`, { size: 24, anchor: 'end' })
    : words(1290, 1118, `设计者 ${name}`, { size: 22, anchor: 'end' })
}
