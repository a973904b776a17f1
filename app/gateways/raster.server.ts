import { resolve } from 'node:path'
import sharp from 'sharp'

/** Text to set on a picture, in its CSS pixels: `x` and `y` of the box’s upper corner, lines broken at `width`. */
export type SetText = {
  text: string
  x: number
  y: number
  width: number
  size: number
  colour: string
  family: 'serif' | 'sans'
  /** which faces come first; Chinese ones make “” of a Latin text too wide */
  language: 'zh' | 'en'
  align?: 'left' | 'right'
}

type Raster = { width: number; height: number; scale: number; format: 'webp' | 'png' }

// Drawings take all cores for a moment; more than two at once would starve the requests beside them.
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/**
 * Draws an SVG of `width` × `height` CSS pixels at `scale` device pixels each, with texts set on it. The SVG has to
 * be our own: it is read by librsvg, which follows no address in it.
 */
export async function rasterise(svg: string, raster: Raster, texts: readonly SetText[] = []): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((done) => waiting.push(done))
  running += 1
  try {
    return await draw(svg, raster, texts)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

async function draw(svg: string, { width, height, scale, format }: Raster, texts: readonly SetText[]): Promise<Buffer> {
  // 96 dots to the inch make one device pixel of each CSS pixel
  const cloth = sharp(Buffer.from(svg), { density: 96 * scale, limitInputPixels: 16_000_000 }).resize(
    Math.round(width * scale),
    Math.round(height * scale),
    { fit: 'cover' },
  )
  const picture = texts.length > 0 ? cloth.composite(await Promise.all(texts.map(typeset))) : cloth
  return (format === 'webp' ? picture.webp({ quality: 74, effort: 5 }) : picture.png({ palette: true, quality: 92 })).toBuffer()
}

// A machine without Chinese fonts still has this one.
const fontfile = resolve('app/gateways/fonts/noto-sans-sc.ttf')
const chinese = {
  serif: 'Noto Serif CJK SC,Noto Serif SC,Source Han Serif SC,Songti SC,Noto Sans SC',
  sans: 'Noto Sans CJK SC,Noto Sans SC',
}
const latin = { serif: 'Noto Serif,Georgia', sans: 'Noto Sans,Helvetica' }

async function typeset({ text, x, y, width, size, colour, family, language, align = 'left' }: SetText) {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
  const { data, info } = await sharp({
    text: {
      // where only Chinese faces are installed, English still gets its narrow “”
      text: `<span foreground="${colour}"${language === 'en' ? ' lang="en" font_features="pwid=1"' : ''}>${escaped}</span>`,
      // Pango counts in points; at 72 dots to the inch a point is a pixel
      font: `${language === 'en' ? `${latin[family]},` : ''}${chinese[family]} ${size}`,
      fontfile,
      dpi: 72,
      width,
      align,
      rgba: true,
      wrap: 'word-char',
      spacing: language === 'en' ? 0 : Math.round(size * 0.2),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, left: Math.round(align === 'right' ? x + width - info.width : x), top: Math.round(y) }
}
