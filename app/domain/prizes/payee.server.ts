import type { Reader } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'

/**
 * Authors that are a person: linked to the account, or known only by a contact that is proven to be the person’s. Nobody
 * else enters an account for somebody, not even whoever entered the work.
 */
export async function authorsWhoAre(reader: Reader, personId: string): Promise<Prisma.EntryAuthorWhereInput> {
  const contacts = await reader.contact.findMany({ where: { personId, verifiedAt: { not: null } }, select: { kind: true, value: true } })
  const values = (kind: string) => contacts.filter((contact) => contact.kind === kind).map(({ value }) => value)
  return {
    OR: [
      { personId },
      { personId: null, email: { in: values('email') } },
      { personId: null, email: null, mobile: { in: values('mobile') } },
    ],
  }
}

/** Payments to a person. */
export const paidTo = async (reader: Reader, personId: string): Promise<Prisma.PaymentWhereInput> => ({
  OR: [{ author: await authorsWhoAre(reader, personId) }, { seat: { personId } }],
})

/** Whether a payment goes to a person. */
export const isPayee = async (reader: Reader, eventId: string, id: string, personId: string): Promise<boolean> =>
  (await reader.payment.count({ where: { eventId, id, ...(await paidTo(reader, personId)) } })) > 0
