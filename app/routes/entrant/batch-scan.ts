import type { LoaderFunctionArgs } from '@remix-run/node'
import { ownBatch } from '~/domain/entries/collective/queries.server'
import { scanResponse } from '~/domain/entries/collective/scan-response.server'
import { notFound, requireActor } from '~/session.server'

/** The stamped summary, for whoever sent it. */
export async function loader({ request, params: { slug = '', batchId = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const own = await ownBatch({ personId, eventId: slug, batchId }, new Date())
  const response = own && (await scanResponse(slug, batchId))
  if (!response) throw notFound()
  return response
}
