import type { PatternPieces } from './pattern-pieces'

/** A pair of knee socks on a 600 × 720 board: leg and foot knitted, welt, heel and toe in rib. */
export function sock(pieces: PatternPieces, id: string): string {
  const x = 150
  const leg = `M${x} 84C${x + 40} 78 ${x + 96} 78 ${x + 136} 84L${x + 140} 430C${x + 142} 486 ${x + 128} 520 ${x + 96} 556L${x + 8} 640C${x - 24} 668 ${x - 84} 660 ${x - 92} 618C${x - 96} 592 ${x - 80} 574 ${x - 56} 556C${x - 20} 528 ${x + 2} 500 ${x + 2} 450Z`
  const light = pieces.blur(
    pieces.soft(`M${x + 96} 80h60v520h-90c40-60 60-120 40-200z`, 0.28) + pieces.shine(`M${x + 30} 90h26v380h-26z`, 0.16),
    'large',
  )
  pieces.piece('s', leg, pieces.cloth(x - 100, 80, 260, 600) + light)
  pieces.rib('t', `M${x} 84C${x + 40} 78 ${x + 96} 78 ${x + 136} 84L${x + 137} 150C${x + 96} 144 ${x + 40} 144 ${x + 1} 150Z`)
  pieces.rib('h', `M${x + 140} 440C${x + 142} 486 ${x + 128} 520 ${x + 96} 556L${x + 62} 588C${x + 64} 540 ${x + 86} 480 ${x + 140} 440Z`, {
    degrees: -38,
    x: x + 100,
    y: 520,
  })
  pieces.rib(
    'o',
    `M${x - 52} 553C${x - 78} 574 ${x - 96} 592 ${x - 92} 618C${x - 84} 660 ${x - 30} 666 ${x + 2} 645C${x - 34} 632 ${x - 52} 600 ${x - 52} 553Z`,
    { degrees: -50, x: x - 60, y: 600 },
  )
  return `<g id="${id}p">${pieces.drawn()}</g><use href="#${id}p" transform="translate(240 0)"/>`
}
