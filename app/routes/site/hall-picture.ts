import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { hallPicture } from '~/domain/judging/live/queries.server'
import { notFound } from '~/session.server'

/** The picture of the work that stands in the hall. */
export async function loader({ request, params: { slug = '', stage = '', code = '' } }: LoaderFunctionArgs) {
  const picture = await hallPicture(slug, stage, new URL(request.url).searchParams.get('key') ?? '', code)
  if (!picture) throw notFound()
  return new Response(createReadableStreamFromReadable(picture), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=3600' },
  })
}
