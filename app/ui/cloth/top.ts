import type { Chance } from './chance'
import type { Colours, Measures, Neck, TopShape } from './measures'
import { L, measure, R } from './measures'
import { crewNeck, insideOfBack, turtleneck, veeNeck } from './necks'
import type { PatternPieces } from './pattern-pieces'
import { sleeves } from './sleeves'
import { n1 } from './svg'

/** Draws a pullover, cardigan, vest or dress, front or back, on a 600 × 720 board and returns what it was cut by. */
export function top(
  pieces: PatternPieces,
  r: Chance,
  { shape, neck, back }: { shape: TopShape; neck: Neck; back: boolean },
  colours: Colours,
): Measures {
  const m = measure(r, shape, neck)
  if (m.sleeves) sleeves(pieces, m, m.long ? 560 : r.between(556, 590))
  if (!back) pieces.add(insideOfBack(m, neck, colours))
  body(pieces, m, neck, back)
  if (neck === 'turtle') turtleneck(pieces, m, colours)
  else if (neck === 'crew' || back) crewNeck(pieces, m, back)
  else veeNeck(pieces, m, shape, colours)
  if (!m.sleeves) pieces.add(armholes(m, colours))
  return m
}

function body(pieces: PatternPieces, m: Measures, neck: Neck, back: boolean): void {
  const { shoulder: sh, neck: nw, chest, hemWidth: hw, waistY, armY } = m
  const sy = n1(m.shoulderY)
  const hemY = n1(m.hemTop)
  const pit = m.sleeves ? chest - 14 : chest - 30
  const waist = m.long ? chest - 14 : chest + 4
  const hip = m.long ? hw - 30 : chest + 2
  const opening =
    neck === 'vee' && !back
      ? `L300 ${m.vee}L${R(nw)} 92`
      : neck === 'turtle' || back
        ? `C${L(34)} 112 ${R(34)} 112 ${R(nw)} 92`
        : `C${L(44)} 152 ${R(44)} 152 ${R(nw)} 92`
  const d =
    `M${L(nw)} 92${opening}L${R(sh)} ${sy}C${R(sh - 12)} ${n1(sy + 60)} ${R(pit)} ${armY - 60} ${R(chest)} ${armY}` +
    `C${R(waist)} ${waistY} ${R(hip)} ${n1(hemY - 90)} ${R(hw)} ${hemY}C${R(hw * 0.5)} ${n1(hemY + 14)} ${L(hw * 0.5)} ${n1(hemY + 14)} ${L(hw)} ${hemY}` +
    `C${L(hip)} ${n1(hemY - 90)} ${L(waist)} ${waistY} ${L(chest)} ${armY}C${L(pit)} ${armY - 60} ${L(sh - 12)} ${n1(sy + 60)} ${L(sh)} ${sy}Z`
  const half = Math.max(sh, hw)
  pieces.piece('b', d, pieces.cloth(300 - half - 12, 70, 2 * half + 24, m.hem - 50) + bodyLight(pieces, m))
  pieces.rib(
    'w',
    `M${L(hw)} ${hemY}C${L(hw * 0.5)} ${n1(hemY + 14)} ${R(hw * 0.5)} ${n1(hemY + 14)} ${R(hw)} ${hemY}L${R(hw - 10)} ${n1(m.hem)}C${R(hw * 0.5)} ${n1(m.hem + 13)} ${L(hw * 0.5)} ${n1(m.hem + 13)} ${L(hw - 10)} ${n1(m.hem)}Z`,
  )
}

/** Shade down both sides, creases from the armholes and above the hem, light on the viewer's left. */
function bodyLight(pieces: PatternPieces, { chest, hemWidth: hw, armY, hemTop }: Measures): string {
  const { soft, blur } = pieces
  const y = (drop: number) => n1(hemTop + drop)
  const sides =
    soft(`M${L(chest + 8)} ${armY - 40}L${L(chest - 50)} ${armY + 50}L${L(chest - 22)} ${y(0)}L${L(hw + 14)} ${y(10)}Z`, 0.34) +
    soft(`M${R(chest + 8)} ${armY - 40}L${R(chest - 36)} ${armY + 50}L${R(chest - 30)} ${y(0)}L${R(hw + 14)} ${y(10)}Z`, 0.46) +
    pieces.shine(`M${L(72)} 150L${L(30)} 160L${L(36)} ${y(-60)}L${L(78)} ${y(-40)}Z`, 0.13)
  const creases =
    soft(`M${L(chest - 8)} ${armY - 14}L${L(46)} ${armY + 66}L${L(chest - 20)} ${armY + 26}Z`, 0.22) +
    soft(`M${R(chest - 8)} ${armY - 14}L${R(40)} ${armY + 74}L${R(chest - 20)} ${armY + 28}Z`, 0.26) +
    soft(`M${L(chest - 14)} ${y(-96)}L${L(24)} ${y(-40)}L${L(chest - 10)} ${y(-62)}Z`, 0.2) +
    soft(`M${R(chest - 14)} ${y(-126)}L${R(30)} ${y(-60)}L${R(chest - 10)} ${y(-84)}Z`, 0.22) +
    soft(`M${L(hw)} ${y(-12)}C${L(60)} ${y(6)} ${R(60)} ${y(6)} ${R(hw)} ${y(-12)}v30H${L(hw)}z`, 0.32)
  return blur(sides, 'large') + blur(creases, 'small')
}

function armholes({ shoulder: sh, shoulderY: sy, chest, armY }: Measures, { rib, line }: Colours): string {
  return [L, R]
    .map(
      (S) =>
        `<path d="M${S(sh - 2)} ${n1(sy)}C${S(sh - 14)} ${n1(sy + 60)} ${S(chest - 32)} ${armY - 60} ${S(chest - 2)} ${armY}" fill="none" stroke="${rib}" stroke-width="9"/>` +
        `<path d="M${S(sh - 8)} ${n1(sy)}C${S(sh - 20)} ${n1(sy + 60)} ${S(chest - 38)} ${armY - 60} ${S(chest - 6)} ${armY + 2}" fill="none" stroke="${line}" stroke-width="1.2"/>`,
    )
    .join('')
}
