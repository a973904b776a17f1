import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceResponse } from '~/domain/judging/objections/evidence-response.server'
import { notFound, requireStaff } from '~/session.server'

/** Evidence of an objection, for those who decide it. */
export async function loader({ request, params: { slug = '', stage = '', fileId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const response = await evidenceResponse(slug, fileId, { stageId: stage })
  if (!response) throw notFound()
  return response
}
