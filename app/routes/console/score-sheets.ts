import type { LoaderFunctionArgs } from '@remix-run/node'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { drawScoreSheets } from '~/domain/judging/paper/draw-score-sheets.server'
import { notFound, requireStaff } from '~/session.server'

/** Blank score sheets as PDF: `?seat=` for one judge's. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'marks.type-in')
  const seat = new URL(request.url).searchParams.get('seat')
  const found = await panelStage(slug, stage)
  const pdf = found && found.type !== 'vote' ? await drawScoreSheets(slug, stage, seat) : null
  if (!pdf) throw notFound()
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${slug}-${stage}-score-sheets.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
