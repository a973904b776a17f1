import { renderReceipt, type Receipt } from '~/gateways/pdf-receipt.server'

/** The 提交存证凭证 as PDF bytes, from its texts. */
export function drawReceipt(receipt: Receipt): Promise<Uint8Array> {
  return renderReceipt(receipt)
}
