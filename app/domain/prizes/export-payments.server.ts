import { z } from 'zod'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'

/** What finance says before a list with accounts leaves the house. */
export const ExportPaymentsForm = z.object({
  receiver: z.string().trim().min(2).max(120),
  purpose: z.string().trim().min(4).max(300),
})

interface ExportPayments extends z.output<typeof ExportPaymentsForm> {
  eventId: string
  personId: string
  requestKey: string
  now: Date
}

/** Records that the payment list leaves the house, before it does: what for, to whom. Answers the export’s id. */
export function exportPayments({
  eventId,
  receiver,
  purpose,
  personId,
  requestKey,
  now,
}: ExportPayments): Promise<Outcome<'nobody', string>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['export-payments', eventId, receiver, purpose] },
    async (tx): Promise<Outcome<'nobody', string>> => {
      const payments = await tx.payment.count({ where: { eventId, state: { notIn: ['cancelled', 'due'] } } })
      if (payments === 0) return refuse('nobody')
      const id = newId()
      await tx.paymentExport.create({ data: { eventId, id, purpose, receiver, payments, byId: personId, createdAt: now } })
      await record(tx, eventId, [{ action: 'payments.exported', body: { export: id, payments, by: personId } }])
      return done(id)
    },
  )
}
