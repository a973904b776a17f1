import type { ActionFunctionArgs } from '@remix-run/node'
import { readEntryFilter } from '~/domain/entries/precheck/entry-filter'
import { may } from '~/domain/people/permissions'
import { downloadEntries } from '~/domain/reporting/lists/download-entries.server'
import { requireStaff } from '~/session.server'

/** The list as it is filtered, as a file: ?format=csv, else XLSX; ?lang=en for English heads. Each time is noted, so it is asked for by POST. */
export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'entries.view')
  const query = new URL(request.url).searchParams
  return downloadEntries({
    eventId: slug,
    filter: readEntryFilter(query),
    personId,
    format: query.get('format') === 'csv' ? 'csv' : 'xlsx',
    lang: query.get('lang') === 'en' ? 'en' : 'zh-CN',
    contacts: may(roles, 'entries.contacts'),
  })
}
