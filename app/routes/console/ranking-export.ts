import type { LoaderFunctionArgs } from '@remix-run/node'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { downloadRanking } from '~/domain/reporting/lists/download-ranking.server'
import { notFound, requireStaff } from '~/session.server'

/** The ranking as a file: ?format=csv, else XLSX; ?lang=en for English heads. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
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
