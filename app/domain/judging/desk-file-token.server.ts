import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '~/env.server'
import type { SeatKey } from './marks-sql.server'

const SLICE_MS = 6 * 3_600_000

/**
 * The signed part of the addresses under which one seat sees its works' pictures. Good for 6 to 12 hours; the same
 * within a slice of 6, so that a browser keeps what it has seen.
 */
export function deskFileToken(seat: SeatKey, now: Date): string {
  const until = (Math.floor(now.getTime() / SLICE_MS) + 2) * (SLICE_MS / 1000)
  return `${seat.seatId}.${until.toString(36)}.${sign(seat, until)}`
}

/** The seat a token speaks for, or null when it is not ours, not for this stage, or no longer good. */
export function readDeskFileToken(token: string, stage: { eventId: string; stageId: string }, now: Date): SeatKey | null {
  const [seatId = '', slice = '', mac = ''] = token.split('.')
  const seat = { ...stage, seatId }
  const until = parseInt(slice, 36)
  if (!Number.isSafeInteger(until) || until * 1000 < now.getTime()) return null
  const [given, right] = [Buffer.from(mac), Buffer.from(sign(seat, until))]
  return given.length === right.length && timingSafeEqual(given, right) ? seat : null
}

const sign = ({ eventId, stageId, seatId }: SeatKey, until: number) =>
  createHmac('sha256', env().SESSION_SECRET)
    .update(JSON.stringify(['desk-file', eventId, stageId, seatId, until]))
    .digest('base64url')
    .slice(0, 27)
