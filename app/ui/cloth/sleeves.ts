import type { Measures } from './measures'
import { side } from './measures'
import type { PatternPieces } from './pattern-pieces'
import { n1 } from './svg'

/** Sleeves come first: they hang behind the body's edge. */
export function sleeves(pieces: PatternPieces, m: Measures, cuffY: number): void {
  const { soft, blur } = pieces
  const { shoulder: sh, shoulderY: sy, chest, armY } = m
  const out = sh + 84
  const inn = sh + 18
  for (const s of [-1, 1] as const) {
    const S = side(s)
    const name = s < 0 ? 'l' : 'm'
    const d =
      `M${S(sh - 4)} ${n1(sy - 3)}C${S(sh + 34)} ${n1(sy + 26)} ${S(out - 22)} ${n1(sy + 130)} ${S(out - 8)} ${n1(sy + 220)}` +
      `C${S(out + 8)} ${n1(sy + 300)} ${S(out + 4)} ${n1(cuffY - 70)} ${S(out - 2)} ${n1(cuffY - 44)}L${S(inn + 14)} ${n1(cuffY - 36)}` +
      `C${S(inn + 4)} ${n1(cuffY - 110)} ${S(chest + 4)} ${armY + 90} ${S(chest - 12)} ${armY - 20}Z`
    const y = n1(cuffY)
    const light =
      blur(
        soft(`M${S(chest - 20)} ${armY - 60}L${S(chest + 34)} ${armY + 60}L${S(inn + 26)} ${y}L${S(inn - 40)} ${y}Z`, 0.42) +
          pieces.shine(
            `M${S(sh + 20)} ${n1(sy + 40)}L${S(out - 26)} ${n1(sy + 180)}L${S(out - 16)} ${n1(sy + 300)}L${S(out - 34)} ${n1(sy + 300)}L${S(sh + 28)} ${n1(sy + 120)}Z`,
            0.14,
          ),
        'large',
      ) +
      blur(
        soft(`M${S(inn)} ${n1(sy + 150)}L${S(out - 20)} ${n1(sy + 190)}L${S(inn + 6)} ${n1(sy + 196)}Z`, 0.2) +
          soft(`M${S(inn + 4)} ${n1(sy + 210)}L${S(out - 34)} ${n1(sy + 262)}L${S(inn + 8)} ${n1(sy + 240)}Z`, 0.18) +
          soft(
            `M${S(inn + 10)} ${n1(cuffY - 46)}L${S(out)} ${n1(cuffY - 70)}L${S(out)} ${n1(cuffY - 30)}L${S(inn)} ${n1(cuffY - 30)}Z`,
            0.32,
          ),
        'small',
      )
    const turn = { degrees: s * -11, x: S(sh), y: sy }
    pieces.piece(name, d, pieces.cloth(S(sh) - (s < 0 ? 55 : 95), 60, 150, 520, turn) + light)
    pieces.rib(
      name + 'c',
      `M${S(out - 2)} ${n1(cuffY - 46)}C${S(out - 26)} ${n1(cuffY - 38)} ${S(inn + 36)} ${n1(cuffY - 34)} ${S(inn + 13)} ${n1(cuffY - 38)}L${S(inn + 20)} ${n1(cuffY + 8)}C${S(inn + 40)} ${n1(cuffY + 14)} ${S(out - 22)} ${n1(cuffY + 10)} ${S(out - 8)} ${n1(cuffY + 2)}Z`,
      { degrees: s * -5.5, x: S(out - 30), y: cuffY },
    )
  }
}
