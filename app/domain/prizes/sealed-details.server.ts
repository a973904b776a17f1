import { seal, unseal } from '~/domain/people/seal.server'
import type { AccountDetails } from './account-details'

const boundTo = (eventId: string, id: string) => `payment:${eventId}:${id}`

/** Account and identity of a payee, sealed to their payment: copied to another row it does not open. */
export const sealDetails = (eventId: string, id: string, details: AccountDetails): string =>
  seal(JSON.stringify(details), boundTo(eventId, id))

/** Opens them. Throws when they were changed. The caller leaves a ledger row. */
export const openDetails = (eventId: string, id: string, sealed: string): AccountDetails =>
  JSON.parse(unseal(sealed, boundTo(eventId, id))) as AccountDetails
