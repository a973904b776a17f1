/** A stream of draws that depends on its seed alone. */
export type RandomDraws = {
  /** uniform on (0, 1) */
  uniform: () => number
  /** standard normal */
  normal: () => number
  /** gamma with this shape and rate 1 */
  gamma: (shape: number) => number
}

/** The first 128 bits of a SHA-256 in hex, such as a rulebook’s hash, as a seed. Anything else is refused. */
export function seedOf(sha256: string): readonly [number, number, number, number] {
  if (!/^[0-9a-f]{32}/.test(sha256)) throw new RangeError('a seed is made of a SHA-256 in hex')
  const word = (from: number) => Number.parseInt(sha256.slice(from, from + 8), 16) | 0
  return [word(0), word(8), word(16), word(24)]
}

/** sfc32 (C. Doty-Humphrey), normals by Marsaglia’s polar method, gammas by Marsaglia and Tsang (2000). */
export function randomDraws(seed: readonly [number, number, number, number]): RandomDraws {
  let [a, b, c, counter] = seed
  let spare = Number.NaN

  const bits = () => {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  for (let n = 0; n < 15; n += 1) bits()

  const uniform = () => (bits() + 0.5) / 4294967296

  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * scale
      return x * scale
    }
  }

  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    const k = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + k * x) ** 3
      if (v <= 0) continue
      const u = uniform()
      if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v
    }
  }

  return { uniform, normal, gamma }
}
