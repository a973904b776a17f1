import type { EventCover } from './section'

/** The sizes in which covers are drawn, in CSS pixels, and how many device pixels each becomes. */
export const coverSizes = {
  '1140x540': { width: 1140, height: 540, scale: 1 },
  '1140x540@2x': { width: 1140, height: 540, scale: 2 },
  '780x600': { width: 780, height: 600, scale: 1 },
  '400x260': { width: 400, height: 260, scale: 1 },
  '400x420': { width: 400, height: 420, scale: 1 },
  '400x560': { width: 400, height: 560, scale: 1 },
  '400x740': { width: 400, height: 740, scale: 1 },
  '400x900': { width: 400, height: 900, scale: 1 },
  '400x1120': { width: 400, height: 1120, scale: 1 },
  '1200x630': { width: 1200, height: 630, scale: 1 },
} as const
export type CoverSize = keyof typeof coverSizes

export type CoverRequest = { size: CoverSize; format: 'svg' | 'webp' | 'png'; title: 'zh' | 'en' | null }

/** Reads `1140x540@2x.webp` or `1200x630-en.png`. Null for anything that is not on the list. */
export function readCoverName(name: string): CoverRequest | null {
  const match = /^([\dx@]+?)(-en)?\.(svg|webp|png)$/.exec(name)
  if (!match) return null
  const [, size = '', english, format] = match
  if (!Object.hasOwn(coverSizes, size)) return null
  const share = size === '1200x630'
  // only the share picture is written on, and only as PNG, which every chat can show
  if ((english && !share) || (format === 'png') !== share) return null
  return {
    size: size as CoverSize,
    format: format as CoverRequest['format'],
    title: share ? (english ? 'en' : 'zh') : null,
  }
}

const railHeights = [260, 420, 560, 740, 900, 1120] as const

/** The size drawn for a cloth `length` CSS pixels long and 200 to 260 wide. */
export function railSize(length: number): CoverSize {
  const height = railHeights.find((drawn) => drawn >= length * 1.65) ?? 1120
  return `400x${height}`
}

/** Changes whenever the picture does, so that browsers may keep a cover for ever. */
export function coverVersion(slug: string, { weave, palette, style }: EventCover, text = ''): string {
  let hash = 0x811c9dc5
  for (const character of [DRAWING, slug, weave, palette, style ?? '', text].join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(36)
}

/** Raise when the drawing itself changes. */
const DRAWING = '1'

/** Address of a cover without its picture’s title: `/covers/puyuan-cup-2026/1140x540.webp?v=1x2y3z`. */
export const coverPath = (slug: string, cover: EventCover, size: CoverSize): string =>
  `/covers/${slug}/${size}.webp?v=${coverVersion(slug, cover)}`
