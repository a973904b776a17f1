import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceResponse } from '~/domain/judging/objections/evidence-response.server'
import { notFound, requireActor } from '~/session.server'

/** Evidence of one's own objection. */
export async function loader({ request, params: { slug = '', fileId = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const response = await evidenceResponse(slug, fileId, { personId })
  if (!response) throw notFound()
  return response
}
