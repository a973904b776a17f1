import type { LoaderFunctionArgs } from '@remix-run/node'
import { coverVersion, readCoverName } from '~/domain/events/cover-address'
import { drawCover, textOf } from '~/domain/events/draw-cover.server'
import { notFound } from '~/session.server'
import { requireEvent } from './require-event.server'
import { shareTexts } from './share-texts.server'

const types = { svg: 'image/svg+xml', webp: 'image/webp', png: 'image/png' }

/** An event’s cover as a picture. Addressed with its version it never changes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const cover = readCoverName(params.size ?? '')
  if (!cover) throw notFound()
  const { event, config } = await requireEvent(request, params.slug)
  const lang = cover.title === 'en' ? 'en' : 'zh-CN'
  const texts = cover.title ? shareTexts(config, event.dates, lang) : null
  const version = coverVersion(event.id, config.cover, textOf(texts))
  const headers = new Headers({
    'Content-Type': types[cover.format],
    ETag: `"${params.size ?? ''}-${version}"`,
    'Cache-Control': new URL(request.url).searchParams.get('v') === version ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    // pictures of drafts are for their staff
    ...(event.status === 'draft' ? { 'Cache-Control': 'private, no-store' } : {}),
    // chats and search engines show it on pages of their own
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
  if (request.headers.get('If-None-Match')?.includes(headers.get('ETag') ?? '')) return new Response(null, { status: 304, headers })
  const picture = await drawCover({ slug: event.id, cover: config.cover, request: cover, texts })
  return new Response(new Uint8Array(picture), { headers })
}
