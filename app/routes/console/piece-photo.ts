import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { piecePhoto } from '~/domain/judging/production/queries.server'
import { notFound, requireStaff } from '~/session.server'

/** The photo somebody took when a piece was scanned. */
export async function loader({ request, params: { slug = '', stage = '', move = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'pieces.scan')
  const photo = await piecePhoto(slug, stage, move)
  if (!photo) throw notFound()
  return new Response(createReadableStreamFromReadable(photo), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=86400, immutable' },
  })
}
