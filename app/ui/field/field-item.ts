import type { RecordRefusal } from '~/domain/judging/measured/settle-records'
import type { RunEntry } from '~/domain/judging/measured/measurements'

/** What the server answers, or `malformed` where it could not even read what was sent. */
export type Refusal = RecordRefusal | 'malformed'

/** One press, as it waits on the device. */
export interface FieldItem {
  id: string
  /** the outbox it belongs to */
  desk: string
  code: string
  kind: RunEntry['kind']
  part: string
  criterion: string | null
  item: string
  value: string | null
  voids: string | null
  reason: string
  confirmed: boolean
  deviceAt: string
  /** milliseconds since the page began, and which page: a clock nobody can set */
  since: number
  session: string
  /** why the server did not take it; null while it waits */
  refused: Refusal | null
}

export type NewPress = { code: string; kind: RunEntry['kind'] } & Partial<
  Pick<FieldItem, 'part' | 'criterion' | 'item' | 'value' | 'voids' | 'reason' | 'confirmed'>
>

/**
 * How long a press has waited, in milliseconds: by the clock of the page it was made on, which nobody sets; after a
 * reload by the device's own, which at least is the same one. Never less than nothing.
 */
export function waitedMs(
  item: Pick<FieldItem, 'since' | 'session' | 'deviceAt'>,
  now: { session: string; since: number; wall: number },
): number {
  return Math.max(0, item.session === now.session ? now.since - item.since : now.wall - Date.parse(item.deviceAt))
}

/** What is sent of a press. */
export function sentOf(item: FieldItem, now: { session: string; since: number; wall: number }) {
  const { desk: _desk, since: _since, session: _session, refused: _refused, ...sent } = item
  return { ...sent, waitedMs: Math.round(waitedMs(item, now)) }
}

/** A waiting press as it will stand: its time is the server's, as far as this device knows it. */
export function recordOf(
  { id, kind, part, criterion, item, value, voids, deviceAt }: FieldItem,
  clockBehind: number,
): RunEntry & { mine: boolean } {
  return { id, kind, part, criterion, item, value, voids, at: Date.parse(deviceAt) + clockBehind, mine: true }
}
