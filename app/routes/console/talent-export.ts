import type { ActionFunctionArgs } from '@remix-run/node'
import { downloadTalent } from '~/domain/reporting/lists/download-talent.server'
import { translator } from '~/i18n/i18n.server'
import { requireStaff } from '~/session.server'

/** The file of an export that was made: ?export=<id>, ?lang=en for English heads. Each time is noted, so it is asked for by POST. */
export async function action({ request, params: { slug = '', format = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'talent.export')
  const query = new URL(request.url).searchParams
  const lang = query.get('lang') === 'en' ? 'en' : 'zh-CN'
  const outcome = await downloadTalent({ eventId: slug, exportId: query.get('export') ?? '', format, personId, lang, now: new Date() })
  if (outcome.ok) return outcome.value
  const status = outcome.reason === 'lapsed' ? 410 : 404
  return new Response(translator(lang, 'console')(`talent.refusal.${outcome.reason}`), {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
