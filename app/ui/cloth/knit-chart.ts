import type { Chance } from './chance'
import { clamp, dither, nth } from './chance'
import type { Palette } from './palettes'
import { mix } from './palettes'

export const knitStyles = ['tide', 'zigzag', 'bands', 'scales', 'diamonds', 'blocks'] as const
export type KnitStyle = (typeof knitStyles)[number]

/** The colour of stitch i in row j. */
export type Chart = (i: number, j: number) => string

type Sheet = { cols: number; rows: number; aspect: number }

/**
 * A colour chart for cols × rows stitches on a cloth of the given aspect (width / height).
 * Without a style the draw chooses one.
 */
export function knitChart(r: Chance, p: Palette, cols: number, rows: number, aspect: number, style?: KnitStyle): Chart {
  const sheet = { cols, rows, aspect }
  switch (style ?? r.pick(knitStyles)) {
    case 'tide':
      return tide(r, p, sheet)
    case 'zigzag':
      return zigzag(r, p)
    case 'bands':
      return bands(r, p, rows)
    case 'scales':
      return scales(r, p, rows)
    case 'diamonds':
      return diamonds(r, p)
    case 'blocks':
      return blocks(r, p, sheet)
  }
}

/** A sun over five dithered waves. */
function tide(r: Chance, [deep, main, mid, light, accent]: Palette, { cols, rows, aspect }: Sheet): Chart {
  const wish = r.between(0.24, 0.74)
  const my = r.between(0.26, 0.4)
  const mr = (r.int(7, 11) + 0.4) / 46
  const edge = Math.min(0.5, (mr + 0.15) / aspect)
  const mx = clamp(wish, edge, 1 - edge)
  const sun = r.next() < 0.6 ? accent : deep
  const tones = [mid, mix(mid, main, 0.55), main, mix(main, deep, 0.55), deep]
  const waves = tones.map((tone, k) => ({
    y: 0.5 + k * 0.115,
    a: r.between(0.03, 0.07),
    f: r.between(0.7, 1.7),
    ph: r.between(0, 6.3),
    tone,
    crest: mix(tone, light, k < 2 ? 0.75 : 0.28),
  }))
  const haze = mix(light, mid, 0.5)
  return (i, j) => {
    const u = i / cols
    const v = j / rows
    for (let k = 4; k >= 0; k--) {
      const wave = nth(waves, k)
      const top = wave.y + wave.a * Math.sin(u * aspect * wave.f * 3.3 + wave.ph)
      if (v <= top) continue
      if (v < top + 1.2 / rows) return wave.crest
      return k > 1 && dither(clamp(0.5 - (v - top) * 7, 0, 0.5), i, j) ? nth(waves, k - 1).tone : wave.tone
    }
    const dx = ((i - Math.round(mx * cols)) / cols) * aspect * rows
    const dy = j - Math.round(my * rows)
    if (Math.hypot(dx, dy) < Math.round(mr * rows) + 0.62) return sun
    return dither(clamp(0.9 - v * 2.1, 0, 0.5), i, j) ? haze : light
  }
}

function zigzag(r: Chance, [deep, main, mid, light, accent]: Palette): Chart {
  const period = r.int(14, 22)
  const amp = r.int(7, 11)
  const order = r.shuffle([deep, main, mid, light, accent, light, main])
  const thick = order.map(() => r.int(3, 7))
  const sum = thick.reduce((a, b) => a + b, 0)
  return (i, j) => {
    const tri = (Math.abs(((i + period) % (2 * period)) - period) / period) * amp
    let at = (((j + tri) % sum) + sum) % sum
    let k = 0
    while (at >= nth(thick, k)) at -= nth(thick, k++)
    const left = nth(thick, k) - at
    return nth(order, nth(thick, k) > 3 && left < 2 && (i + j) & 1 ? k + 1 : k)
  }
}

type Band = { end: number; ground: string; motif: ((i: number, j: number) => boolean) | null; figure: string }

/** Fair Isle bands: mirrored motifs between plain rows. */
function bands(r: Chance, [deep, main, mid, light, accent]: Palette, rows: number): Chart {
  const list: Band[] = []
  let y = 0
  let flip = r.int(0, 1)
  while (y < rows + 24) {
    const motif = bandMotif(r, y)
    const ground = r.pick(flip ? [light, mid, light] : [deep, main, deep])
    const figure = r.pick(flip ? [main, deep, accent] : [light, mid, accent])
    list.push({ end: (y += motif.tall), ground, motif: motif.at, figure })
    const rest = r.pick([1, 2, 2, 3, 5])
    const plain = flip ? light : r.pick([deep, main])
    list.push({ end: (y += rest), ground: plain, motif: null, figure: plain })
    if (r.next() < 0.4) flip ^= 1
  }
  return (i, j) => {
    const band = list.find((candidate) => j < candidate.end) ?? nth(list, -1)
    return band.motif?.(i, j) ? band.figure : band.ground
  }
}

/** One motif from row y on, mirrored left to right and top to bottom as hand-knitted bands are. */
function bandMotif(r: Chance, y: number): { tall: number; at: (i: number, j: number) => boolean } {
  const tall = r.pick([1, 3, 5, 7, 9, 11])
  const wide = r.pick([6, 8, 10, 12, 16])
  const middle = Math.floor(tall / 2)
  const cells = Array.from({ length: Math.ceil(tall / 2) }, (_, k) =>
    Array.from({ length: wide / 2 + 1 }, (_, x) => {
      const slope = r.pick([1, 1, 2])
      if (tall === 1) return x % 2 === 0
      if ((x * slope + k) % (wide / 2) < Math.max(1, Math.floor(wide / 5))) return true
      return (k === middle && x % 2 === 0) || r.next() < 0.08
    }),
  )
  const at = (i: number, j: number) => {
    const x = i % wide
    const k = Math.max(0, Math.min(j - y, tall - 1 - (j - y)))
    return cells[k]?.[x > wide / 2 ? wide - x : x] ?? false
  }
  return { tall, at }
}

/** Overlapping fish scales that darken downwards. */
function scales(r: Chance, [deep, main, mid, light, accent]: Palette, rows: number): Chart {
  const R = r.int(9, 12)
  r.shuffle([deep, main, mid, accent]) // one draw kept: the covers of existing slugs hang on the order of draws
  const sunY = r.between(0.2, 0.5)
  return (i, j) => {
    for (let k = 3; k >= -1; k--) {
      const row = Math.floor(j / (R / 2)) + k
      const off = row & 1 ? R : 0
      const cx = Math.round((i - off) / (2 * R)) * 2 * R + off
      const distance = Math.hypot(i - cx + 0.01, j - row * (R / 2))
      if (distance > R) continue
      const ring = Math.floor(distance / (R / 4.5))
      if (ring % 2 === 1) return light
      if (ring === 0) return accent
      const t = clamp(((row * R) / 2 / rows - sunY) * 1.6, 0, 1)
      return dither(t, i >> 1, j >> 1) ? deep : ring === 2 ? main : mid
    }
    return light
  }
}

/** Argyle: diamonds, a crossing line of single stitches, and seeded ground. */
function diamonds(r: Chance, [deep, main, mid, light, accent]: Palette): Chart {
  const W = r.int(9, 13)
  const H = Math.round(W * 1.5)
  const ground = r.pick([light, deep, mid])
  const others = [deep, main, mid, light, accent].filter((colour) => colour !== ground)
  const seedRow = r.int(0, 3)
  return (i, j) => {
    const over = Math.abs(((i + W) % (2 * W)) - W) / W - Math.abs((j % (2 * H)) - H) / H
    if (Math.abs(over) < 0.07 && (i + j) % 2 === 0) return nth(others, 3)
    const inside = Math.abs((i % (2 * W)) - W + 0.5) / W + Math.abs((j % (2 * H)) - H + 0.5) / H
    if (inside < 0.97) {
      if (inside < 0.3 && dither(0.5, i, j)) return ground
      return nth(others, (Math.floor(i / (2 * W)) * 2 + Math.floor(j / (2 * H)) + seedRow) % 3)
    }
    return i % 4 === 0 && j % 4 === (i % 8 ? 2 : 0) ? nth(others, seedRow % 2) : ground
  }
}

/** Intarsia: large calm areas meeting on stepped diagonals. */
function blocks(r: Chance, [deep, main, mid, light, accent]: Palette, { cols, rows, aspect }: Sheet): Chart {
  const cuts = Array.from({ length: 5 }, () => ({
    nx: r.between(-1, 1),
    ny: r.between(0.25, 1),
    o: r.between(0.1, 1),
  }))
  const order = r.shuffle([deep, main, mid, light, accent])
  const round = { x: r.between(0.2, 0.8) * aspect, y: r.between(0.3, 0.7), r: r.between(0.18, 0.3) }
  return (i, j) => {
    const u = (i / cols) * aspect
    const v = j / rows
    const distance = Math.hypot(u - round.x, v - round.y) - round.r
    if (Math.abs(distance) < 0.7 / rows) return light
    let k = distance < 0 ? 2 : 0
    cuts.forEach((cut, n) => {
      if (cut.nx * (u - aspect / 2) + cut.ny * v > cut.o) k += n % 2 ? 2 : 1
    })
    return nth(order, k)
  }
}
