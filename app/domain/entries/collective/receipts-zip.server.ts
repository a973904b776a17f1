import { zipResponse } from '~/gateways/zip.server'
import type { Lang } from '~/i18n/language'
import { drawReceipt } from '../draw-receipt.server'
import { handedInVersion } from '../queries.server'
import { receiptText } from '../receipt-text.server'
import type { BatchOfOwner } from './batch-row.server'
import { ownBatch } from './queries.server'

/**
 * The receipts of all works of a batch that were handed in, the last version of each, as one archive. Each is drawn when
 * the download comes to it: one in memory, whatever their number. Null when there is none, or the batch is another’s.
 */
export async function receiptsZip(owner: BatchOfOwner, lang: Lang, now: Date): Promise<Response | null> {
  const found = await ownBatch(owner, now)
  const works = found?.works.filter(({ number }) => number !== null) ?? []
  if (!found || works.length === 0) return null
  const { terms } = found
  async function* receipts() {
    for (const { id, number } of works) {
      const version = await handedInVersion(terms.eventId, id)
      if (!version) continue
      const pdf = await drawReceipt(receiptText({ terms, id, number }, version, lang))
      yield { name: `${number}-v${version.version}.pdf`, body: Buffer.from(pdf) }
    }
  }
  return zipResponse(`receipts-${owner.batchId}.zip`, receipts())
}
