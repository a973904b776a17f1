import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateResponse } from '~/domain/entries/collective/template.server'
import { eventTerms } from '~/domain/entries/queries.server'
import { translator } from '~/i18n/i18n.server'
import { notFound } from '~/session.server'

/** The sheet of a 集体报送 to fill in: xlsx or csv, ?lang=en for English labels. */
export async function loader({ request, params: { slug = '', format } }: LoaderFunctionArgs) {
  const terms = await eventTerms(slug)
  if (!terms?.registration.collective || terms.status === 'draft' || (format !== 'xlsx' && format !== 'csv')) throw notFound()
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const t = translator(lang, 'collective')
  return templateResponse(terms, format, lang, { file: t('template.file'), sheet: t('template.sheet') })
}
