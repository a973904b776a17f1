import type { LoaderFunctionArgs } from '@remix-run/node'
import { OFFICE_DOCUMENTS, officeDocument } from '~/domain/reporting/documents/office-letters.server'
import { notFound, requireStaff } from '~/session.server'

/** A letter of the office as Word file: public-notice.docx, …; ?lang=en for English. */
export async function loader({ request, params: { slug = '', stage = '', file = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const document = OFFICE_DOCUMENTS.find((name) => file === `${name}.docx`)
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const response = document && (await officeDocument({ eventId: slug, stageId: stage, document, lang, now: new Date() }))
  if (!response) throw notFound()
  return response
}
