import { createReadableStreamFromReadable, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { downloadPapers } from '~/domain/reporting/papers/download-papers.server'
import { localPath } from '~/i18n/language'
import { notFound, requireStaff } from '~/session.server'

/** The archive of an order as a stream; ?lang=en for whoever is sent back to the English page. */
export async function loader({ request, params: { slug = '', order = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'papers.make')
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const outcome = await downloadPapers({ eventId: slug, orderId: order, personId, now: new Date() })
  if (outcome.ok) {
    const { name, bytes, body } = outcome.value
    return new Response(createReadableStreamFromReadable(body), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Length': String(bytes),
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  }
  if (outcome.reason === 'not-found') throw notFound()
  return redirect(localPath(lang, `/console/${slug}/papers?told=${outcome.reason}`))
}
