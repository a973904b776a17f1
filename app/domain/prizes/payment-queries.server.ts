import { db, type Reader } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { type Money, currencies } from '~/domain/money'
import type { PaymentKind, PaymentState } from '~/generated/prisma/enums'
import type { Prisma } from '~/generated/prisma/client'
import { invariant } from '~/invariant'
import { authorsWhoAre, isPayee, paidTo } from './payee.server'

/** Payments of one event on a page; an event pays a few hundred people at most. */
const MOST = 2_000

export interface ListedPayment {
  eventId: string
  id: string
  kind: PaymentKind
  for: Localized
  payee: string
  gross: Money
  tax: Money
  net: Money
  taxName: Localized
  state: PaymentState
  /** ••••1234 is all that lists show */
  accountTail: string | null
  detailsAt: Date | null
  checkedById: string | null
  checkedAt: Date | null
  approvedById: string | null
  approvedAt: Date | null
  paidOn: string | null
  reference: string | null
  returnReason: string
  /** paid, though the list says otherwise now */
  lapsed: boolean
  version: number
  entryId: string | null
}

const select = {
  eventId: true,
  id: true,
  kind: true,
  forZh: true,
  forEn: true,
  currency: true,
  grossMinor: true,
  taxMinor: true,
  netMinor: true,
  taxZh: true,
  taxEn: true,
  state: true,
  accountTail: true,
  detailsAt: true,
  checkedById: true,
  checkedAt: true,
  approvedById: true,
  approvedAt: true,
  paidOn: true,
  reference: true,
  returnReason: true,
  lapsedAt: true,
  version: true,
  entryId: true,
  author: { select: { name: true } },
  seat: { select: { name: true } },
} satisfies Prisma.PaymentSelect

function listed({
  forZh,
  forEn,
  currency,
  grossMinor,
  taxMinor,
  netMinor,
  taxZh,
  taxEn,
  lapsedAt,
  author,
  seat,
  ...row
}: Prisma.PaymentGetPayload<{ select: typeof select }>): ListedPayment {
  const known = currencies.find((one) => one === currency)
  invariant(known, 'a payment is in a currency of the house')
  const money = (minor: bigint): Money => ({ minor, currency: known })
  return {
    ...row,
    for: { zh: forZh, en: forEn },
    payee: author?.name ?? seat?.name ?? '',
    gross: money(grossMinor),
    tax: money(taxMinor),
    net: money(netMinor),
    taxName: { zh: taxZh, en: taxEn },
    lapsed: lapsedAt !== null,
  }
}

/** The payment list of an event, prizes before fees, accounts masked. */
export async function paymentList(eventId: string): Promise<ListedPayment[]> {
  const rows = await db.payment.findMany({
    where: { eventId, state: { not: 'cancelled' } },
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }, { key: 'asc' }],
    take: MOST,
    select,
  })
  return rows.map(listed)
}

/** One payment; null when there is none. */
export async function paymentOf(eventId: string, id: string): Promise<ListedPayment | null> {
  const row = await db.payment.findUnique({ where: { eventId_id: { eventId, id } }, select })
  return row && listed(row)
}

/** What is or was due to a person, in every event, the newest first. */
export async function paymentsTo(personId: string): Promise<(ListedPayment & { event: Localized; timezone: string })[]> {
  const rows = await db.payment.findMany({
    where: { ...(await paidTo(db, personId)), state: { not: 'cancelled' } },
    orderBy: [{ createdAt: 'desc' }, { key: 'asc' }],
    take: 200,
    select: { ...select, event: { select: { nameZh: true, nameEn: true, timezone: true } } },
  })
  return rows.map(({ event, ...row }) => ({ ...listed(row), event: { zh: event.nameZh, en: event.nameEn }, timezone: event.timezone }))
}

export interface Sharing {
  id: string
  weights: Record<string, number>
  agreed: string[]
  byOrganiser: boolean
  reason: string
}

/** How a work’s prizes are shared: its makers, what is in force (null: equally) and what waits for agreement. */
export async function sharingOf(
  eventId: string,
  entryId: string,
  personId: string,
  reader: Reader = db,
): Promise<{ authors: { id: string; name: string; you: boolean }[]; inForce: Sharing | null; waiting: Sharing | null }> {
  const own = await authorsWhoAre(reader, personId)
  const [authors, mine, rows] = await Promise.all([
    reader.entryAuthor.findMany({
      where: { eventId, entryId, role: 'author' },
      orderBy: { position: 'asc' },
      select: { id: true, name: true },
    }),
    reader.entryAuthor.findMany({ where: { eventId, entryId, role: 'author', AND: [own] }, select: { id: true } }),
    reader.prizeSharing.findMany({ where: { eventId, entryId, endedAt: null } }),
  ])
  const shown = (row: (typeof rows)[number] | undefined): Sharing | null =>
    row
      ? { id: row.id, weights: row.weights as Record<string, number>, agreed: row.agreed, byOrganiser: row.byOrganiser, reason: row.reason }
      : null
  return {
    authors: authors.map((author) => ({ ...author, you: mine.some(({ id }) => id === author.id) })),
    inForce: shown(rows.find(({ inForceAt }) => inForceAt !== null)),
    waiting: shown(rows.find(({ inForceAt }) => inForceAt === null)),
  }
}

/** Whether a payment goes to a person. */
export const isPayeeOf = (eventId: string, id: string, personId: string): Promise<boolean> => isPayee(db, eventId, id, personId)

/** Names of those who acted on payments. */
export async function namesOf(ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const people = await db.person.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => (id && names.get(id)) ?? ''
}
