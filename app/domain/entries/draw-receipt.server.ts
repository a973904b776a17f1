import type { Receipt } from '~/gateways/pdf-receipt.server'

/** The 提交存证凭证 as PDF bytes, from its texts. What draws PDFs is loaded with the first one. */
export async function drawReceipt(receipt: Receipt): Promise<Uint8Array> {
  const { renderReceipt } = await import('~/gateways/pdf-receipt.server')
  return renderReceipt(receipt)
}
