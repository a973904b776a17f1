import type { LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { anonymousPicture } from '~/domain/judging/anonymous-work.server'
import { readDeskFileToken } from '~/domain/judging/desk-file-token.server'
import { notFound } from '~/session.server'

/** A picture of a work under its neutral name, for the seat its signed address was made for. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { slug = '', stage = '', token = '', name = '' } = params
  const seat = readDeskFileToken(token, { eventId: slug, stageId: stage }, new Date())
  const picture = seat && (await anonymousPicture(seat, name))
  if (!picture) throw notFound()
  return new Response(createReadableStreamFromReadable(picture), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, max-age=43200, immutable',
    },
  })
}
