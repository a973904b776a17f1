import type { ActionFunctionArgs } from '@remix-run/node'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { downloadRanking } from '~/domain/reporting/lists/download-ranking.server'
import { notFound, requireStaff } from '~/session.server'

/** The ranking as a file: ?format=csv, else XLSX; ?lang=en for English heads. Each time is noted, so it is asked for by POST. */
export async function action({ request, params: { slug = '', stage = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.view')
  if (!(await panelStage(slug, stage))) throw notFound()
  const query = new URL(request.url).searchParams
  const response = await downloadRanking({
    eventId: slug,
    stageId: stage,
    personId,
    format: query.get('format') === 'csv' ? 'csv' : 'xlsx',
    pass: query.get('pass') === 'vote' ? 'vote' : null,
    lang: query.get('lang') === 'en' ? 'en' : 'zh-CN',
  })
  if (!response) throw notFound()
  return response
}
