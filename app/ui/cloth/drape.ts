import type { Chance } from './chance'
import { clamp, nth } from './chance'
import type { Palette } from './palettes'
import { mix } from './palettes'
import { lineInTenths } from './svg'

type Point = readonly [x: number, y: number]
type Stripe = { to: number; colour: string }

/** Steps of light between full shade and full shine; few enough that equal tones share a path, too many to see. */
const tones = 24

/**
 * Cloth hung from the top edge of W × H. Warps carry the folds, weft stripes ride over them, and where the
 * cloth turns back its reverse side shows.
 */
export function drape(r: Chance, p: Palette, W: number, H: number): string {
  const [deep, main, mid, light, accent] = p
  const folds = r.between(3.0, 4.4) * clamp(Math.sqrt(W / H), 0.62, 1.35)
  const N = Math.round(clamp(W / 12, 30, 120))
  const ph = r.between(0, 6.3)
  const ph2 = r.between(0, 6.3)
  const sway = r.between(-0.07, 0.07)
  const face = r.pick([main, mid, light, deep])
  const others = r.shuffle([deep, main, mid, light, accent].filter((colour) => colour !== face))
  const backing = mix(face === accent ? deep : accent, deep, 0.2)
  const shade = mix(deep, '#000000', 0.55)
  const wall = face === light || face === mid ? mix(deep, main, 0.25) : mix(light, mid, 0.18)
  const stripes = drawStripes(r, face, others)

  // The cloth's surface: u runs across the warps, v down from the rail, both 0–1.
  const phase = (u: number, v: number) => 2 * Math.PI * folds * (u + 0.018 * Math.sin(5 * u + ph2)) + ph + 0.9 * v * Math.sin(2.2 * u + ph2)
  const open = (v: number) => 0.5 + 0.5 * Math.pow(v, 0.7)
  const amp = (u: number) => 0.75 + 0.35 * Math.sin(7.3 * u + ph2)
  const at = (u: number, v: number): Point => {
    const f = phase(u, v)
    const x = u + ((1.5 * amp(u)) / (folds * 2 * Math.PI)) * open(v) * Math.sin(f) + sway * v * v
    const y = v * H * 0.93 + H * 0.028 * open(v) * v * (1 + Math.cos(f + 0.4)) * amp(u)
    return [x * 1.2 * W - 0.1 * W, y]
  }

  // Back to front: what turns away, what recedes, what faces us, and within these fold by fold from the left.
  // Equal tones of one side of one fold share a path; across folds they may not, for folds overlap.
  const sides = new Map<number, Map<string, string>>()
  for (let i = 0; i < N; i++) {
    const u0 = i / N - 0.0006
    const u1 = (i + 1) / N + 0.0006
    let from = 0
    for (const stripe of stripes) {
      const vm = (from + stripe.to) / 2
      const f = phase((i + 0.5) / N, vm)
      const turned = at(u1, vm)[0] < at(u0, vm)[0]
      const glow = Math.round((Math.sin(f + 0.9) * 0.5 + Math.cos(f) * 0.35) * tones) / tones
      const yarn = turned ? backing : stripe.colour
      const colour = glow > 0 ? mix(yarn, '#fffaf0', glow * 0.26) : mix(yarn, shade, -glow * (turned ? 0.75 : 0.62))
      const side = sides.get(depth(f, turned)) ?? new Map<string, string>()
      sides.set(depth(f, turned), side)
      side.set(colour, (side.get(colour) ?? '') + lineInTenths(ribbon(at, u0, u1, from, stripe.to)) + 'z')
      from = stripe.to
    }
  }

  const hem = Array.from({ length: N + 1 }, (_, i): Point => {
    const [x, y] = at(i / N, 1)
    return [x + W * 0.012, y + H * 0.018]
  })
  const warps = Array.from({ length: N }, (_, i) => lineInTenths([0, 0.2, 0.4, 0.6, 0.8, 1].map((v) => at(i / N, v))))
  const backToFront = [...sides].sort(([a], [b]) => a - b)
  const cloth = backToFront.flatMap(([, side]) => [...side].map(([colour, d]) => `<path fill="${colour}" d="${d}"/>`))
  return (
    `<rect width="${W}" height="${H}" fill="${wall}"/><g transform="scale(.1)"><path d="${lineInTenths(hem)}V0H0z" fill="#000" fill-opacity=".16"/>${cloth.join('')}` +
    `<path d="${warps.join('')}" fill="none" stroke="#fff" stroke-opacity=".09" stroke-width="7"/></g>`
  )
}

/** Where a strip lies from back to front: 0, 1 or 2 thousand for turned, receding or facing, plus the fold's number. */
function depth(phase: number, turned: boolean): number {
  const turns = phase / (2 * Math.PI)
  if (turned) return Math.floor(turns)
  return Math.cos(phase) >= 0 ? 2000 + Math.round(turns) : 1000 + Math.floor(turns)
}

/** A plain top, then weft stripes with the face colour between them, down to the hem. */
function drawStripes(r: Chance, face: string, others: readonly string[]): Stripe[] {
  const stripes: Stripe[] = [{ to: r.between(0.3, 0.52), colour: face }]
  for (let last = nth(stripes, 0).to; last < 0.97; last = nth(stripes, -1).to) {
    const wide = r.pick([0.012, 0.012, 0.03, 0.05, 0.1])
    stripes.push({ to: Math.min(1, last + wide), colour: r.pick(others) })
    stripes.push({ to: Math.min(1, last + wide + r.pick([0.014, 0.03, 0.06])), colour: face })
  }
  nth(stripes, -1).to = 1
  return stripes
}

/** The outline of one warp's strip between two heights, in steps fine enough to follow the fold. */
function ribbon(at: (u: number, v: number) => Point, u0: number, u1: number, v0: number, v1: number): Point[] {
  const steps = Math.max(1, Math.round((v1 - v0) * 8))
  const heights = Array.from({ length: steps + 1 }, (_, k) => v0 + ((v1 - v0) * k) / steps)
  return [...heights.map((v) => at(u0, v)), ...heights.reverse().map((v) => at(u1, v))]
}
