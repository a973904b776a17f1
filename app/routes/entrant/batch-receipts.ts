import type { LoaderFunctionArgs } from '@remix-run/node'
import { receiptsZip } from '~/domain/entries/collective/receipts-zip.server'
import { notFound, requireActor } from '~/session.server'

/** 提交存证凭证 of every work of a batch that was handed in, as ZIP: ?lang=en for English first. */
export async function loader({ request, params: { slug = '', batchId = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const response = await receiptsZip({ personId, eventId: slug, batchId }, lang, new Date())
  if (!response) throw notFound()
  return response
}
