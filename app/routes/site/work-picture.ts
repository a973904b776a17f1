import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishedPicture } from '~/domain/judging/published-picture.server'
import { readPictureName } from '~/domain/judging/published-picture-name'
import { notFound } from '~/session.server'

/** A picture of a published work. Anyone may keep it for an hour; whether it is public is asked each time it is fetched. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = readPictureName(params.picture ?? '')
  const picture = name && (await publishedPicture(params.slug ?? '', params.code ?? '', name))
  if (!picture) throw notFound()
  const headers = {
    'Content-Type': 'image/webp',
    ETag: `"${picture.version}"`,
    'Cache-Control': 'public, max-age=3600',
    // chats and search engines show it on pages of their own
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  if (request.headers.get('If-None-Match')?.includes(headers.ETag)) return new Response(null, { status: 304, headers })
  const bytes = await picture.bytes()
  if (!bytes) throw notFound()
  return new Response(new Uint8Array(bytes), { headers })
}
