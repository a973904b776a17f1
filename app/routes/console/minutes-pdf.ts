import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireStaff } from '~/session.server'
import { drawMinutes } from '~/domain/judging/deliberation/draw-minutes.server'
import { minutesText } from './minutes-text.server'

/** 合议纪要 of a stage as PDF. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.view')
  const minutes = await minutesText(slug, stage, new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN', new Date())
  if (!minutes) throw notFound()
  return new Response(new Uint8Array(await drawMinutes(minutes)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${slug}-${stage}-minutes.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
