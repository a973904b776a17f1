import type { Garment } from './garment'
import { prepareGarment } from './garment'
import type { PatternPieces } from './pattern-pieces'
import { sock } from './sock'
import type { Measures } from './measures'
import { top } from './top'

const ink = '#1b1a18'

/**
 * The flat (款式图) of a design: the silhouette of its garment in lines on the same 600 × 720 board, without a
 * frame, and the measures it was cut by (half-widths from the centre front; none for socks).
 */
export function drawFlat(design: Garment, place = ''): { svg: string; measures: Measures | null } {
  const { id, r, neck } = prepareGarment(design, place + '/flat')
  const pieces = linePieces(id)
  if (design.shape === 'sock') {
    const pair = sock(pieces, id)
    return { svg: pieces.defs() + pair, measures: null }
  }
  const colours = { light: '#ffffff', rib: '#ffffff', line: ink }
  const measures = top(pieces, r, { shape: design.shape, neck, back: design.back ?? false }, colours)
  return { svg: pieces.defs() + pieces.drawn(), measures }
}

/** The cutting table for flats: outlines only, ribs hatched, no light. */
function linePieces(id: string): PatternPieces {
  let parts = ''
  const outline = (d: string, fill: string) => `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="1.8" stroke-linejoin="round"/>`
  return {
    cloth: () => '',
    soft: () => '',
    shine: () => '',
    blur: () => '',
    piece: (_name, d) => {
      parts += outline(d, '#fff')
    },
    rib: (_name, d) => {
      parts += outline(d, '#fff') + outline(d, `url(#${id}r)`)
    },
    add: (svg) => {
      parts += svg
    },
    drawn: () => parts,
    defs: () =>
      `<defs><pattern id="${id}r" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M3 0v6" stroke="${ink}" stroke-width=".7"/></pattern></defs>`,
  }
}
