import type { Colours, Measures, Neck, TopShape } from './measures'
import { L, R } from './measures'
import { mix } from './palettes'
import type { PatternPieces } from './pattern-pieces'
import { n1 } from './svg'

/** The inside of the back, seen through the neck. */
export function insideOfBack({ neck: nw, vee }: Measures, neck: Neck, { rib, line }: Colours): string {
  const rise = neck === 'turtle' ? 84 : 78
  const front = neck === 'vee' ? `L300 ${vee}` : `C${R(40)} 160 ${L(40)} 160 ${L(nw)} 92`
  return `<path d="M${L(nw)} 92C${L(30)} ${rise} ${R(30)} ${rise} ${R(nw)} 92${front}Z" fill="${mix(rib, '#000000', 0.45)}" stroke="${line}" stroke-width="1.6"/>`
}

export function turtleneck(pieces: PatternPieces, { neck: nw }: Measures, { line }: Colours): void {
  pieces.rib(
    'n',
    `M${L(nw + 3)} 96C${L(nw - 2)} 76 ${L(nw - 4)} 50 ${L(nw - 7)} 30C${L(24)} 20 ${R(24)} 20 ${R(nw - 7)} 30C${R(nw - 4)} 50 ${R(nw - 2)} 76 ${R(nw + 3)} 96C${R(30)} 120 ${L(30)} 120 ${L(nw + 3)} 96Z`,
  )
  pieces.add(
    pieces.blur(
      pieces.soft(`M${L(nw)} 92C${L(30)} 110 ${R(30)} 110 ${R(nw)} 92l4 10C${R(30)} 130 ${L(30)} 130 ${L(nw + 4)} 102z`, 0.4),
      'small',
    ) + `<path d="M${L(nw - 3)} 62C${L(24)} 76 ${R(24)} 76 ${R(nw - 3)} 62" fill="none" stroke="${line}" stroke-width="1.3"/>`,
  )
}

export function crewNeck(pieces: PatternPieces, { neck: nw }: Measures, back: boolean): void {
  const front = `M${L(nw)} 91C${L(44)} 152 ${R(44)} 152 ${R(nw)} 91L${R(nw - 13)} 87C${R(36)} 130 ${L(36)} 130 ${L(nw - 13)} 87Z`
  const behind = `M${L(nw)} 92C${L(34)} 112 ${R(34)} 112 ${R(nw)} 92L${R(nw - 8)} 82C${R(30)} 94 ${L(30)} 94 ${L(nw - 8)} 82Z`
  pieces.rib('n', back ? behind : front)
}

export function veeNeck(pieces: PatternPieces, m: Measures, shape: TopShape, { light, line }: Colours): void {
  const { neck: nw, vee, hem } = m
  pieces.rib('n', `M${L(nw)} 92L300 ${vee}L${R(nw)} 92L${R(nw - 15)} 86L300 ${vee - 34}L${L(nw - 15)} 86Z`)
  if (shape !== 'cardigan') return
  pieces.rib('p', `M288 ${vee - 22}L312 ${vee - 22}L312 ${n1(hem + 11)}L288 ${n1(hem + 11)}Z`)
  for (let k = 0; k < 5; k++) {
    const y = n1(vee + 8 + (k * (hem - vee - 26)) / 4)
    pieces.add(
      `<circle cx="300" cy="${y}" r="6" fill="${light}" stroke="${line}" stroke-width="1.2"/><path d="M298 ${y}h4" stroke="${line}" stroke-width="1.2"/>`,
    )
  }
}
