import type { Chance } from './chance'
import { clamp } from './chance'
import type { Palette } from './palettes'
import { mix } from './palettes'
import { n1, n2 } from './svg'

/** Which yarn is on the face: 0 ground, 1 figure, 2 outline, 3 accent. */
type Face = 0 | 1 | 2 | 3

type Lattice = 'ogee' | 'vine' | 'none'
type Repeat = {
  N: number
  Y: number
  lattice: Lattice
  blooms: readonly { x: number; y: number; outer: number; inner: number; size: number }[]
  pointed: number
}

/** A jacquard repeat (回位) of rosettes in a lattice, filling W × H. */
export function jacquard(r: Chance, p: Palette, W: number, H: number, id: string): string {
  const dark = r.next() < 0.62
  const [deep, main, mid, light, accent] = p
  const ground = dark ? r.pick([deep, mix(deep, main, 0.5)]) : light
  const [figure, outline] = dark ? [mid, light] : [main, deep]
  const cell = clamp(Math.min(W, H) / 190, 1.5, 5)
  const N = 2 * r.int(34, 42)
  const M = Math.round((N * r.pick([1.35, 1.5, 1.7])) / 2) * 2
  const repeat = drawRepeat(r, N, M / N)
  const [, d1, d2, d3] = paths(N, M, (i, j) => faceAt(repeat, i, j))
  const tw = n1(N * cell)
  const th = n1(M * cell)
  // Runs are strokes one cell thick, half the length of the same runs as rectangles.
  return (
    `<defs><pattern id="${id}t" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M-1 1l2-2M0 4l4-4M3 5l2-2" stroke="#000" stroke-opacity=".2" stroke-width=".9"/></pattern>` +
    `<pattern id="${id}s" width="5" height="2" patternUnits="userSpaceOnUse"><path d="M0 .5h5" stroke="#fff" stroke-opacity=".07" stroke-width=".8"/><path d="M0 1.5h5" stroke="#000" stroke-opacity=".1" stroke-width=".8"/></pattern>` +
    `<pattern id="${id}j" width="${tw}" height="${th}" patternUnits="userSpaceOnUse" patternTransform="translate(${n1((W - tw) / 2)} ${n1((H - th) / 2)})"><g transform="scale(${n2(cell)}) translate(0 .5)" shape-rendering="crispEdges" fill="none">` +
    `<path stroke="${figure}" d="${d1}"/><path stroke="url(#${id}t)" d="${d1}"/><path stroke="${outline}" d="${d2}"/><path stroke="${accent}" d="${d3}"/></g></pattern></defs>` +
    `<rect width="${W}" height="${H}" fill="${ground}"/><rect width="${W}" height="${H}" fill="url(#${id}j)"/><rect width="${W}" height="${H}" fill="url(#${id}s)"/>`
  )
}

/** The draws of one repeat, N cells wide and Y times as tall. */
function drawRepeat(r: Chance, N: number, Y: number): Repeat {
  const outer = r.pick([5, 6, 8, 8, 10, 12])
  const inner = r.pick([outer, outer * 2])
  const small = r.pick([4, 6, 8])
  const pointed = r.between(0.5, 1.4)
  const lattice = r.pick<Lattice>(['ogee', 'ogee', 'vine', 'none'])
  const corners = [0, 1].flatMap((x) => [0, Y].map((y) => ({ x, y, outer: small, inner: small * 2, size: 0.27 })))
  return { N, Y, lattice, pointed, blooms: [{ x: 0.5, y: Y / 2, outer, inner, size: 0.4 }, ...corners] }
}

/** Path data of each face's horizontal runs. */
function paths(N: number, M: number, at: (i: number, j: number) => Face): [string, string, string, string] {
  const out: [string, string, string, string] = ['', '', '', '']
  for (let j = 0; j < M; j++)
    for (let i = 0; i < N;) {
      const face = at(i, j)
      let n = 1
      while (i + n < N && at(i + n, j) === face) n++
      if (face) out[face] += `M${i} ${j}h${n}`
      i += n
    }
  return out
}

function faceAt({ N, Y, lattice, blooms, pointed }: Repeat, i: number, j: number): Face {
  const x = (i + 0.5) / N
  const y = (j + 0.5) / N
  for (const bloom of blooms) {
    const dx = x - bloom.x
    const dy = y - bloom.y
    const face = rosette(dx, dy, bloom, pointed)
    if (face || Math.hypot(dx, dy) < bloom.size * 0.98) return face
  }
  if (lattice !== 'none') {
    const turn = (y / Y) * Math.PI
    const w = 0.5 * (0.5 - 0.5 * Math.cos(2 * turn))
    const off = lattice === 'vine' ? 0.05 * Math.sin(10 * turn) : 0
    const distance = Math.min(Math.abs(x - (0.5 - w) - off), Math.abs(x - (0.5 + w) + off))
    if (distance < 0.022) return 1
    if (distance > 0.05 && distance < 0.066) return 2
    if (lattice === 'vine' && distance < 0.1 && Math.sin(24 * turn) > 0.55) return 1
  }
  return i % 8 === (Math.floor(j / 8) % 2) * 4 && j % 8 === 4 ? 1 : 0
}

/** A flower in rings from the heart outwards: heart, seeds, inner petals, outer petals. */
function rosette(x: number, y: number, bloom: Repeat['blooms'][number], pointed: number): Face {
  const radius = Math.hypot(x, y) / bloom.size
  if (radius > 1) return 0
  const angle = Math.atan2(x, -y)
  const petal = (count: number, shift: number) => Math.abs((((angle / (2 * Math.PI)) * count + 100 + shift) % 1) - 0.5)
  if (radius < 0.1) return 3
  if (radius < 0.17) return 2
  if (radius < 0.3) return petal(bloom.inner, 0) < 0.24 ? 3 : 0
  const innerEdge = 0.44 + 0.16 * Math.pow(Math.abs(Math.cos((angle * bloom.inner) / 2)), pointed)
  if (Math.abs(radius - innerEdge) < 0.045) return 2
  if (radius < innerEdge) return petal(bloom.inner, 0.5) < 0.1 ? 2 : 1
  const outerEdge = 0.78 + 0.2 * Math.pow(Math.abs(Math.sin((angle * bloom.outer) / 2)), pointed * 0.8)
  if (Math.abs(radius - outerEdge) < 0.04) return 2
  if (radius >= outerEdge) return 0
  const q = petal(bloom.outer, 0)
  return q < 0.07 ? 3 : q < 0.2 ? 0 : radius > 0.68 ? 1 : 0
}
