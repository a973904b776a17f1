import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from '~/env.server'

/** original: as it was uploaded; view and thumb: pictures without metadata; copy: a PDF without metadata. */
export const FileClass = z.enum(['original', 'view', 'thumb', 'copy'])
export type FileClass = z.output<typeof FileClass>

/** What an address was made for. Only the first two open an original, and only for the person named in it. */
const Purpose = z.enum(['owner', 'staff', 'judge', 'public'])
type Purpose = z.output<typeof Purpose>

const Ticket = z.tuple([Purpose, FileClass, z.string(), z.string(), z.string(), z.number()])

/** What an address stands for. */
export interface FileTicket {
  purpose: Purpose
  class: FileClass
  eventId: string
  fileId: string
  /** the person it was made for; '' for the public */
  personId: string
  expiresAt: Date
}

interface FileAddress {
  eventId: string
  fileId: string
  class: FileClass
  purpose: Purpose
  personId?: string
  now?: Date
  /** how long the address works at least; twice that at most */
  minutes?: number
}

const USUAL_MINUTES = 60

/**
 * A short-lived address of a file: /files/<token>. It stays the same for a while, so that a browser that has shown a
 * picture need not fetch it again.
 */
export function fileAddress({
  eventId,
  fileId,
  class: kind,
  purpose,
  personId = '',
  now = new Date(),
  minutes = USUAL_MINUTES,
}: FileAddress): string {
  const span = minutes * 60_000
  const expires = (Math.floor(now.getTime() / span) + 2) * span
  const body = Buffer.from(JSON.stringify([purpose, kind, eventId, fileId, personId, expires])).toString('base64url')
  return `/files/${body}.${sign(body)}`
}

/** What a token stands for; null when it was not made here or its time is over. */
export function readFileToken(token: string, now = new Date()): FileTicket | null {
  const [body = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !same(signature, sign(body))) return null
  const ticket = Ticket.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  if (!ticket.success) return null
  const [purpose, kind, eventId, fileId, personId, expires] = ticket.data
  return expires <= now.getTime() ? null : { purpose, class: kind, eventId, fileId, personId, expiresAt: new Date(expires) }
}

// the purpose in the key keeps a signature made for something else from opening a file
const sign = (body: string) => createHmac('sha256', `files\0${env().SESSION_SECRET}`).update(body).digest('base64url')

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
