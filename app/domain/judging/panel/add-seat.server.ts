import { z } from 'zod'
import type { Tx } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { DECIDING, mayAct } from '~/domain/events/stage-state'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { parseContact } from '~/domain/people/contact'
import { inviteStep } from '~/domain/people/invite-to-event.server'
import type { Lang } from '~/i18n/language'
import { transactOnce } from '~/request-once.server'
import { hasEntered } from '../has-entered.server'
import { nextLabel } from './seat-label'

/** A judge to be: without contact the seat is taken at a tablet, with a card. */
export const SeatForm = z.object({
  name: z.string().trim().min(1).max(60),
  affiliation: z.string().trim().max(80).default(''),
  role: z.enum(['judge', 'chair', 'silent-chair', 'adviser']).default('judge'),
  contact: z.string().trim().max(254).default(''),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  note: z.string().trim().max(300).default(''),
  requestKey: z.string().min(1).max(60),
})
export type SeatForm = z.output<typeof SeatForm>

type AddSeat = SeatForm & { eventId: string; stageId: string; personId: string; now: Date }
export type AddSeatRefusal =
  'unknown-stage' | 'stage-over' | 'not-a-contact' | 'chair-taken' | 'has-entered' | 'already-invited' | 'already-on-panel'

/** Puts a seat on a panel and, with a contact, sends its invitation. Nobody judges an event they entered. */
export function addSeat(input: AddSeat): Promise<Outcome<AddSeatRefusal, { seatId: string; label: string }>> {
  const { personId, requestKey, now, ...asked } = input
  return transactOnce({ actor: personId, key: requestKey, asked: ['add-seat', asked] }, (tx) => addSeatStep(tx, input))
}

async function addSeatStep(tx: Tx, input: AddSeat): Promise<Outcome<AddSeatRefusal, { seatId: string; label: string }>> {
  const { eventId, stageId, name, affiliation, role, personId, now } = input
  const contact = input.contact ? parseContact(input.contact) : null
  if (input.contact && !contact) return refuse('not-a-contact')
  // two colleagues adding at once must not give the same name to two seats
  const stage = await lockStage(tx, eventId, stageId)
  if (!stage || !DECIDING.includes(stage.type)) return refuse('unknown-stage')
  if (!mayAct(stage.state, 'change-panel')) return refuse('stage-over')
  const seats = await tx.judgeSeat.findMany({
    where: { eventId, stageId },
    select: { label: true, isChair: true, removedAt: true, personId: true },
  })
  const isChair = role === 'chair' || role === 'silent-chair'
  if (isChair && seats.some((seat) => seat.isChair && !seat.removedAt)) return refuse('chair-taken')
  if (contact) {
    const known = await tx.contact.findUnique({ where: { kind_value: contact }, select: { personId: true } })
    if (known && seats.some((seat) => seat.personId === known.personId)) return refuse('already-on-panel')
    if (await hasEntered(tx, eventId, { contact })) return refuse('has-entered')
  }
  const seatId = newId()
  const label = nextLabel(seats.map((seat) => seat.label))
  await tx.judgeSeat.create({
    data: {
      eventId,
      stageId,
      id: seatId,
      name,
      affiliation,
      label,
      isChair,
      scoring: role === 'judge' || role === 'chair',
      invitedAt: now,
    },
  })
  await record(tx, eventId, [{ action: 'seat.invited', body: { stage: stageId, seat: seatId, role, by: personId } }])
  if (contact) {
    const locale: Lang = input.locale
    const invited = await inviteStep(tx, {
      eventId,
      role: 'judge',
      name,
      contact,
      locale,
      seat: { stageId, seatId },
      byId: personId,
      now,
      ...(input.note ? { note: input.note } : {}),
    })
    if (!invited.ok) return invited
  }
  return done({ seatId, label })
}
