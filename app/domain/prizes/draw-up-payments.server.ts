import { transact, type Tx } from '~/db.server'
import type { Award } from '~/domain/judging/section'
import type { Payments } from '~/domain/judging/payment-rules'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { type DueLine, dueLines, planPayments } from './due-payments'
import { linkedEvents, remainingPrizes } from './linked-prizes.server'
import { tellPayees } from './tell-payees.server'
import { wonPrizes, workedSeats } from './won-prizes.server'

interface DrawUp {
  eventId: string
  byId: string
  now: Date
}
export type Drawn = { created: number; changed: number; cancelled: number; lapsed: number }

/** Draws the payment list up from the results and panels as they stand. As often as one likes: it only ever mends. */
export const drawUpPayments = (asked: DrawUp): Promise<Outcome<'no-rules', Drawn>> => transact((tx) => drawUpStep(tx, asked))

/**
 * The same inside another transaction. New payees are told that something is due. Where a work is also in the parent or
 * in a sub-contest, that list is drawn up with it: the higher prize counts once.
 */
export async function drawUpStep(tx: Tx, asked: DrawUp): Promise<Outcome<'no-rules', Drawn>> {
  const linked = await linkedEvents(tx, asked.eventId)
  await tx.$queryRaw`select 1 from "Event" where "id" = any(${[asked.eventId, ...linked]}) order by "id" for update`
  const drawn = await drawUpOne(tx, asked)
  if (drawn.ok) for (const eventId of linked) await drawUpOne(tx, { ...asked, eventId })
  return drawn
}

async function drawUpOne(tx: Tx, { eventId, byId, now }: DrawUp): Promise<Outcome<'no-rules', Drawn>> {
  const { config } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  // stored only after it was parsed
  const { contest } = config as unknown as { contest?: { payments?: Payments; awards: Award[] } }
  if (!contest?.payments) return refuse('no-rules')
  const [prizes, seats, standing] = await Promise.all([
    wonPrizes(tx, eventId),
    workedSeats(tx, eventId),
    tx.payment.findMany({
      where: { eventId },
      select: { id: true, key: true, state: true, currency: true, grossMinor: true, taxMinor: true, lapsedAt: true },
    }),
  ])
  const remaining = await remainingPrizes(tx, eventId, prizes)
  const plan = planPayments(standing, dueLines(contest.payments, contest.awards, prizes, seats, remaining))

  const created = plan.create.map((line) => ({ ...columnsOf(line), eventId, id: newId(), key: line.key, createdAt: now }))
  await tx.payment.createMany({ data: created })
  // a handful: amounts change where a result was corrected or makers agreed on other shares
  for (const { id, line, state, again } of plan.change) {
    const anew = again ? { checkedById: null, checkedAt: null, approvedById: null, approvedAt: null } : {}
    const gone = state === 'due' ? { detailsSealed: null, accountTail: null, detailsAt: null } : {}
    await tx.payment.update({
      where: { eventId_id: { eventId, id } },
      data: { ...columnsOf(line), ...anew, ...gone, state, version: { increment: 1 } },
    })
  }
  await tx.payment.updateMany({
    where: { eventId, id: { in: plan.cancel } },
    data: { state: 'cancelled', detailsSealed: null, accountTail: null, version: { increment: 1 } },
  })
  const lapse = standing.filter(({ id, lapsedAt }) => plan.lapse.includes(id) && lapsedAt === null).map(({ id }) => id)
  await tx.payment.updateMany({ where: { eventId, id: { in: lapse } }, data: { lapsedAt: now } })
  await tx.payment.updateMany({ where: { eventId, id: { in: plan.restore } }, data: { lapsedAt: null } })
  await tellPayees(
    tx,
    eventId,
    [...created.map(({ id }) => id), ...plan.change.filter(({ state, again }) => again && state === 'due').map(({ id }) => id)],
    'due',
  )
  const drawn = { created: created.length, changed: plan.change.length, cancelled: plan.cancel.length, lapsed: lapse.length }
  if (Object.values(drawn).some((count) => count > 0))
    await record(tx, eventId, [{ action: 'payments.drawn-up', body: { ...drawn, by: byId } }])
  return done(drawn)
}

function columnsOf({ stage, award, entry, author, seat, taxed, tax, ...line }: DueLine) {
  return {
    kind: seat === null ? ('prize' as const) : ('fee' as const),
    stageId: stage,
    awardId: award,
    entryId: entry,
    authorId: author,
    seatId: seat,
    forZh: line.for.zh,
    forEn: line.for.en,
    currency: taxed.gross.currency,
    grossMinor: taxed.gross.minor,
    taxMinor: taxed.tax.minor,
    netMinor: taxed.net.minor,
    taxZh: tax.zh,
    taxEn: tax.en,
  }
}
