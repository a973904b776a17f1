export type ShareTexts = {
  title: string
  /** theme, place and days: a line each, empty ones left out */
  lines: string[]
  brand: string
  language: 'zh' | 'en'
}

const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 64

/** How much of the share picture the cloth takes, in pixels. */
export const SHARE_CLOTH = { width: WIDTH, height: 370 }

/**
 * The picture a chat shows for a link to an event: the cloth above, the name on paper below. `cloth` is its SVG;
 * what comes back is one SVG of 1200 × 630 and the texts to set on it.
 */
export function sharePicture(cloth: string, { title, lines, brand, language }: ShareTexts) {
  const { width, height } = SHARE_CLOTH
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#faf7f2"/>`,
    cloth.replace('<svg ', `<svg x="0" y="0" width="${width}" height="${height}" `),
    `<g transform="translate(${WIDTH - MARGIN - 28} ${HEIGHT - 72})">`,
    '<path fill="#1f3b63" d="M6 0h5v4.500H6zM6 12.500h5V28H6zM17 0h5v15.500h-5zM17 23.500h5V28h-5z"/>',
    '<path fill="#1b1a18" d="M0 6h15.500v5H0zM23.500 6H28v5h-4.500zM0 17h4.500v5H0zM12.500 17H28v5H12.500z"/></g></svg>',
  ].join('')
  const size = titleSize(title)
  const box = { x: MARGIN, width: WIDTH - 2 * MARGIN, language }
  const below = lines.filter(Boolean)
  const texts = [
    { ...box, text: title, y: height + 32, size, colour: '#1b1a18', family: 'serif' as const },
    {
      ...box,
      width: 840,
      text: below.join('\n'),
      y: HEIGHT - 44 - 36 * below.length,
      size: 24,
      colour: '#544f48',
      family: 'sans' as const,
    },
    {
      ...box,
      text: brand,
      x: WIDTH - MARGIN - 244,
      width: 200,
      y: HEIGHT - 72,
      size: 26,
      colour: '#1b1a18',
      family: 'serif' as const,
      align: 'right' as const,
    },
  ]
  return { svg, texts: texts.filter(({ text }) => text !== '') }
}

/** The largest size at which a title of two lines fits between the cloth and the lines below it. */
function titleSize(title: string): number {
  const ems = [...title].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56), 0)
  return [50, 44, 38, 32].find((size) => ems * size < 1.9 * (WIDTH - 2 * MARGIN)) ?? 26
}
