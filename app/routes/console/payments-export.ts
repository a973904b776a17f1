import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadPayments } from '~/domain/reporting/lists/download-payments.server'
import { translator } from '~/i18n/i18n.server'
import { requireStaff } from '~/session.server'

/** The file of an export that was recorded: ?export=<id>, ?lang=en for English heads. */
export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'payments.details')
  const query = new URL(request.url).searchParams
  const lang = query.get('lang') === 'en' ? 'en' : 'zh-CN'
  const file = await downloadPayments({ eventId: slug, exportId: query.get('export') ?? '', personId, lang, now: new Date() })
  if (file) return file
  return new Response(translator(lang, 'prizes')('payments.export.lapsed'), {
    status: 410,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
