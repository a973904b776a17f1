import type { LoaderFunctionArgs } from '@remix-run/node'
import { scanResponse } from '~/domain/entries/collective/scan-response.server'
import { notFound, requireStaff } from '~/session.server'

/** The stamped summary of a batch, for staff. */
export async function loader({ request, params: { slug = '', batchId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'entries.view')
  const response = await scanResponse(slug, batchId)
  if (!response) throw notFound()
  return response
}
