/** Five yarns as #rrggbb: deep, main, mid, light, accent. */
export type Palette = readonly [deep: string, main: string, mid: string, light: string, accent: string]

/** Named after the cloth they recall. */
export const palettes = {
  indigo: ['#172a47', '#2c5182', '#8ba6c2', '#efe8d9', '#c2452d'],
  celadon: ['#26443c', '#557f70', '#a6c3b3', '#f1ebdc', '#b4612f'],
  tea: ['#43301f', '#866243', '#c8a57d', '#f2e9d9', '#2e5a58'],
  lotus: ['#59303a', '#a05d63', '#d9a9a1', '#f5ebdf', '#33475c'],
  inkstone: ['#1d1c1a', '#4b4843', '#a09a8f', '#f2ece0', '#b5331e'],
  apricot: ['#8a3f1c', '#cf7f3c', '#edc48b', '#f7f0e1', '#23425a'],
  moss: ['#333a1e', '#69733a', '#b6b67a', '#f1ecd8', '#8a3a28'],
  snow: ['#3d5266', '#8799a6', '#cbcfcd', '#f7f3ea', '#b98440'],
} as const satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes

/** What a caller may hand over: a name, or five colours of its own. */
export type PaletteChoice = PaletteName | Palette

export const isPaletteName = (name: string): name is PaletteName => Object.hasOwn(palettes, name)

/**
 * The five colours of a choice. Colours end up inside SVG attributes, so anything that is not #rrggbb
 * is a RangeError here rather than a broken or hostile drawing later.
 */
export function paletteOf(choice: PaletteChoice): Palette {
  const colours = typeof choice === 'string' ? (isPaletteName(choice) ? palettes[choice] : null) : choice
  if (!colours) throw new RangeError(`unknown palette: ${String(choice)}`)
  if (colours.length !== 5 || !colours.every((colour) => /^#[0-9a-f]{6}$/i.test(colour)))
    throw new RangeError('a palette is five colours written #rrggbb')
  return colours
}

const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))

/** The colour a share t (0–1) of the way from a to b, in sRGB. */
export function mix(a: string, b: string, t: number): string {
  const to = channels(b)
  const mixed = channels(a).map((value, i) => Math.round(value + ((to[i] ?? value) - value) * t))
  return '#' + mixed.map((value) => value.toString(16).padStart(2, '0')).join('')
}
