import { escapeXml, n1 } from '~/ui/cloth/svg'

export const sheet = { width: 1600, height: 1131 } as const
export const ink = '#1b1a18'
export const paper = '#faf7f2'

type Style = { size: number; fill?: string; anchor?: 'start' | 'middle' | 'end'; weight?: number }

/** One line of text. */
export const words = (x: number, y: number, text: string, { size, fill = ink, anchor = 'start', weight = 400 }: Style): string =>
  `<text x="${n1(x)}" y="${n1(y)}" font-size="${size}" fill="${fill}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${weight === 400 ? '' : ` font-weight="${weight}"`}>${escapeXml(text)}</text>`

/**
 * A title set vertically, in columns from the right, at most `height` tall. Each character is placed by itself,
 * because not every renderer sets vertical text. Longer than 36 characters is cut with an ellipsis.
 */
export function verticalTitle(right: number, y: number, height: number, title: string, fill = ink): string {
  const all = [...title.replace(/\s+/g, '')]
  const characters = all.length > 36 ? [...all.slice(0, 35), '…'] : all
  const columns = Math.ceil(characters.length / 12)
  const tall = Math.max(1, Math.ceil(characters.length / columns))
  const size = Math.min(columns > 1 ? 44 : 68, Math.floor(height / (tall * 1.16)))
  return characters
    .map((character, k) => {
      const x = right - size * (0.5 + 1.4 * Math.floor(k / tall))
      return words(x, y + size * (0.88 + 1.16 * (k % tall)), character, { size, fill, anchor: 'middle' })
    })
    .join('')
}

/** The mark that every demo sheet bears. */
export const demoMark = (x: number, y: number, fill = ink): string =>
  `<g opacity=".7"><rect x="${x}" y="${y}" width="92" height="28" fill="none" stroke="${fill}"/>${words(x + 46, y + 20, '示例作品', { size: 17, fill, anchor: 'middle' })}</g>`

export const rule = (d: string, width = 1, stroke = ink): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`

/** The whole A3 landscape sheet at 1600 × 1131. */
export const frame = (title: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" aria-label="${escapeXml(title)}" xml:lang="zh-CN" font-family="'Noto Serif SC','Noto Serif CJK SC',serif">${body}</svg>`
