import type { Reader, Tx } from '~/db.server'
import type { Address } from './notice'

const those = (personId: string, contacts: readonly Address[]) => ({
  OR: [{ personId }, { recipient: { in: contacts.map(({ value }) => value) } }],
})

/** Every message to a person, by their account or to a contact of theirs. */
export const personalData = (tx: Reader, personId: string, contacts: readonly Address[]) =>
  tx.notice.findMany({
    where: those(personId, contacts),
    orderBy: { createdAt: 'asc' },
    select: {
      channel: true,
      recipient: true,
      template: true,
      subject: true,
      text: true,
      state: true,
      createdAt: true,
      sentAt: true,
    },
  })

/** Blanks the messages to a person; that there was one, and of what kind, stays. What still waits is not sent. */
export async function forget(tx: Tx, personId: string, contacts: readonly Address[]): Promise<void> {
  await tx.notice.updateMany({
    where: { ...those(personId, contacts), state: 'queued' },
    data: { state: 'failed', lastError: 'erased' },
  })
  await tx.notice.updateMany({
    where: those(personId, contacts),
    data: { recipient: '', subject: '—', text: '', html: null, parameters: {} },
  })
}
