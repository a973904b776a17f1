import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import type { CompanyForm } from './company-form'

type RegisterExhibitor = { eventId: string; personId: string; company: CompanyForm; requestKey: string }

/**
 * Registers a company and its application to an event (参展申请) in the name of one person. Somebody who exhibits at this
 * event already is `already`: one person acts for one company at an event.
 */
export function registerExhibitor({
  eventId,
  personId,
  company,
  requestKey,
}: RegisterExhibitor): Promise<Outcome<'already' | 'no-event', { exhibitorId: string }>> {
  return transactOnce({ actor: personId, key: requestKey, asked: ['register-exhibitor', eventId, company] }, async (tx) => {
    // two forms of one person come one after another
    await tx.$queryRaw`select 1 from "Person" where "id" = ${personId} for update`
    const event = await tx.event.findUnique({ where: { id: eventId }, select: { status: true } })
    if (event?.status !== 'open') return refuse('no-event')
    const before = await tx.exhibitor.findFirst({ where: { eventId, company: { people: { some: { personId } } } }, select: { id: true } })
    if (before) return refuse('already')
    const { nameZh, nameEn, country, taxNumber, brands, products, editions } = company
    const names = { nameZh: nameZh || nameEn, nameEn: nameEn || nameZh }
    const made = await tx.company.create({
      data: { id: newId(), ...names, country: country === 'CN' ? 'CN' : 'XX', taxNumber, people: { create: { personId } } },
    })
    const currency = country === 'CN' ? 'CNY' : 'USD'
    const exhibitor = await tx.exhibitor.create({
      data: { eventId, id: newId(), companyId: made.id, currency, brands, products, editions },
    })
    await record(tx, eventId, [{ action: 'exhibitor.applied', body: { exhibitor: exhibitor.id, company: made.id, by: personId } }])
    return done({ exhibitorId: exhibitor.id })
  })
}
