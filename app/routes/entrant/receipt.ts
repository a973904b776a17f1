import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawReceipt } from '~/domain/entries/draw-receipt.server'
import { handedInVersion, ownEntry } from '~/domain/entries/queries.server'
import { notFound, requireActor } from '~/session.server'
import { receiptText } from '~/domain/entries/receipt-text.server'

/** 提交存证凭证 of one version that was handed in, as PDF, for its entrant. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const { slug: eventId = '', entryId = '' } = params
  const query = new URL(request.url).searchParams
  const asked = query.get('v')
  const entry = await ownEntry({ personId }, eventId, entryId)
  if (!entry?.number || (asked !== null && !/^\d{1,6}$/.test(asked))) throw notFound()
  const version = await handedInVersion(eventId, entryId, asked === null ? undefined : Number(asked))
  if (!version) throw notFound()
  const pdf = await drawReceipt(receiptText(entry, version, query.get('lang') === 'en' ? 'en' : 'zh-CN'))
  const name = `${entry.number}-v${version.version}.pdf`
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
