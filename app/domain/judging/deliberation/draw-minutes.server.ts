import type { Minutes } from '~/gateways/pdf-minutes.server'

/** The minutes of a deliberation as PDF bytes. */
export async function drawMinutes(minutes: Minutes): Promise<Uint8Array> {
  const { renderMinutes } = await import('~/gateways/pdf-minutes.server')
  return renderMinutes(minutes)
}
