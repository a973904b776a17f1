import type { ActionFunctionArgs } from '@remix-run/node'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { downloadResultsPackage } from '~/domain/reporting/lists/download-results-package.server'
import { notFound, requireStaff } from '~/session.server'

/** Everything to compute a published stage again, as ZIP: ?judges=named for their names instead of J1, J2 … Each time is noted, so it is asked for by POST. */
export async function action({ request, params: { slug = '', stage = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  if (!(await panelStage(slug, stage))) throw notFound()
  const named = new URL(request.url).searchParams.get('judges') === 'named'
  const response = await downloadResultsPackage({ eventId: slug, stageId: stage, personId, named })
  if (!response) throw notFound()
  return response
}
