import type { Chance } from './chance'
import { clamp, nth } from './chance'
import type { Palette } from './palettes'
import { mix } from './palettes'
import { n1 } from './svg'

/** Does weft j pass over warp i? */
const structures: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => ((i + j) & 1) === 1, // 平纹 plain
  (i, j) => (((i - j) % 4) + 4) % 4 < 2, // 2/2 斜纹 twill
  (i, j) => (((i >> 1) + (j >> 1)) & 1) === 1, // 方平 basket
  (i, j) => (i * 2 + j) % 5 === 0, // 五枚缎 satin, warp-faced
  (i, j) => (i * 2 + j) % 5 !== 0, // 五枚缎 satin, weft-faced
  (i, j) => (((i + j) % 6) + 6) % 6 < 3, // 3/3 斜纹 twill
]

type Threads = { colours: string[]; blocks: number[] }

/** Stripes of threads: each block has its own width, colour and now and then a fourth thread of another colour. */
function stripes(r: Chance, length: number, colours: readonly string[], sizes: readonly number[]): Threads {
  const threads: Threads = { colours: [], blocks: [] }
  for (let block = 0; threads.colours.length < length; block++) {
    const n = r.pick(sizes)
    const colour = nth(colours, block)
    const stripe = r.next() < 0.3 ? r.pick(colours) : colour
    for (let q = 0; q < n; q++) {
      threads.colours.push(q % 4 === 3 ? stripe : colour)
      threads.blocks.push(block)
    }
  }
  return threads
}

/**
 * A weave filling W × H, from a real draft: warp colours, weft colours and a structure per block; floats of
 * weft lie over whole warps. Drawn in units of one thread; every thread is written once and painted three
 * times (shadow, yarn, shine).
 */
export function weave(r: Chance, p: Palette, W: number, H: number, id: string): string {
  const [deep, main, mid, light, accent] = p
  const c = n1(clamp(Math.min(W, H) / 58, 4.5, 15))
  const cols = Math.ceil(W / c) + 1
  const rows = Math.ceil(H / c) + 1
  const warp = stripes(r, cols, r.shuffle([light, mid, deep, main, light]), [3, 5, 8, 13, 13, 21])
  const weft = stripes(r, rows, r.shuffle([main, light, deep, mid, accent]), [2, 3, 5, 8, 13, 21])
  const plan = Array.from({ length: 12 }, () => r.int(0, structures.length - 1))
  const over = (i: number, j: number) => {
    if (i >= cols) return false
    const block = nth(warp.blocks, i) * 5 + nth(weft.blocks, j) * 3
    return nth(structures, nth(plan, block))(i, j)
  }

  const warps = new Map<string, string>()
  for (let i = 0; i < cols; i++) add(warps, nth(warp.colours, i), `M${i} 0v${rows}`)
  const wefts = new Map<string, string>()
  for (let j = 0; j < rows; j++)
    for (let i = 0, from = -1; i <= cols; i++) {
      if (over(i, j)) {
        if (from < 0) from = i
      } else if (from >= 0) {
        add(wefts, nth(weft.colours, j), `M${from} ${j}h${i - from}.16`)
        from = -1
      }
    }

  const defs = threadDefs(warps, id + 'a') + threadDefs(wefts, id + 'e')
  const use = (threads: Map<string, string>, name: string, coloured: boolean) =>
    [...threads.keys()].map((colour, k) => `<use href="#${name}${k}"${coloured ? ` stroke="${colour}"` : ''}/>`).join('')
  // The overlap of two shadows must not be darker than one, so opacity belongs to the group, not to the strokes.
  return (
    `<defs>${defs}</defs><rect width="${W}" height="${H}" fill="${mix(deep, '#000000', 0.35)}"/><g fill="none" transform="scale(${c})">` +
    `<g transform="translate(.5 0)" stroke-width=".9">${use(warps, id + 'a', true)}</g>` +
    `<g transform="translate(.3 0)" stroke-width=".22" stroke="#fff" opacity=".14">${use(warps, id + 'a', false)}</g>` +
    `<g transform="translate(-.08 .5)"><g stroke-width="1.06" stroke="#000" opacity=".34">${use(wefts, id + 'e', false)}</g>` +
    `<g stroke-width=".84">${use(wefts, id + 'e', true)}</g>` +
    `<g transform="translate(0 -.2)" stroke-width=".2" stroke="#fff" opacity=".16">${use(wefts, id + 'e', false)}</g></g></g>`
  )
}

const add = (map: Map<string, string>, key: string, path: string) => map.set(key, (map.get(key) ?? '') + path)

const threadDefs = (threads: Map<string, string>, name: string) =>
  [...threads.values()].map((path, k) => `<path id="${name}${k}" d="${path}"/>`).join('')
