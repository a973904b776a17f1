import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawLabels } from '~/domain/judging/production/draw-labels.server'
import { notFound, requireStaff } from '~/session.server'

/** Labels of a stage's pieces as PDF: `?code=` for one work's. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'pieces.scan')
  const pdf = await drawLabels(slug, stage, new URL(request.url).searchParams.get('code'))
  if (!pdf) throw notFound()
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${slug}-${stage}-labels.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
