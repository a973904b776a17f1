import { cached } from '~/gateways/disk-cache.server'
import { rasterise } from '~/gateways/raster.server'
import { cover as drawCloth } from '~/ui/cloth/cover'
import { coverSizes, coverVersion } from './cover-address'
import type { CoverRequest } from './cover-address'
import type { EventCover } from './section'
import { SHARE_CLOTH, sharePicture } from './share-picture'
import type { ShareTexts } from './share-picture'

export type DrawCover = { slug: string; cover: EventCover; request: CoverRequest; texts: ShareTexts | null }

/** An event’s cover in one of its sizes, drawn once and kept on disk. The same arguments give the same bytes. */
export async function drawCover({ slug, cover, request, texts }: DrawCover): Promise<Buffer> {
  const { weave: kind, palette, style } = cover
  const size = coverSizes[request.size]
  const drawn = request.title ? SHARE_CLOTH : size
  const cloth = () => drawCloth({ slug, palette, kind, style, width: drawn.width, height: drawn.height })
  if (request.format === 'svg') return Buffer.from(cloth())
  const { format } = request
  const name = `covers/${slug}/${request.size}${request.title ?? ''}-${coverVersion(slug, cover, textOf(texts))}.${format}`
  return cached(name, () => {
    if (!texts) return rasterise(cloth(), { ...size, format })
    const { svg, texts: placed } = sharePicture(cloth(), texts)
    return rasterise(svg, { ...size, format }, placed)
  })
}

/** The part of a picture’s version that depends on what is written on it. */
export const textOf = (texts: ShareTexts | null): string => (texts ? [texts.title, ...texts.lines, texts.brand].join('\n') : '')
