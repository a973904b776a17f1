import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawResultSheet } from '~/domain/judging/draw-result-sheet.server'
import { notFound, requireStaff } from '~/session.server'

/** The 成绩确认表 of a stage that is over, as PDF. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.view')
  const pdf = await drawResultSheet(slug, stage, new Date())
  if (!pdf) throw notFound()
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${slug}-${stage}-result-sheet.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
