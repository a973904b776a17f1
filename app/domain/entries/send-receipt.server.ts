import { noticesStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { transactOnce } from '~/request-once.server'
import { behind, pageFor, receivers } from './receivers'
import type { Snapshot } from './snapshot'
import { slotsOf } from './terms'
import { termsOf } from './terms.server'

interface SendReceipt {
  eventId: string
  entryId: string
  version: number
  lang: Lang
}

/**
 * The job that sends the receipt of a version to everyone behind the work, after the entry is handed in: setting letters
 * takes time in which nobody else of the event could get a number. Whoever brought many works has theirs on the batch’s
 * page instead of in as many mails. Runs once, however often it is asked.
 */
export async function sendReceipt({ eventId, entryId, version, lang }: SendReceipt): Promise<void> {
  await transactOnce({ actor: entryId, key: `receipt-${version}`, asked: ['send-receipt', eventId, entryId, version] }, async (tx) => {
    const terms = await termsOf(tx, eventId)
    const row = await tx.entryVersion.findUnique({
      where: { eventId_entryId_version: { eventId, entryId, version } },
      select: { snapshot: true, submittedAt: true, entry: { select: { number: true, title: true, origin: true, ...behind } } },
    })
    if (!terms || !row) return done()
    const { entry, submittedAt } = row
    const snapshot = row.snapshot as unknown as Snapshot
    const labels = new Map(slotsOf(terms, snapshot.groupId).map(({ id, label }) => [id, say(label, lang)]))
    const files = snapshot.files.map(({ slot, name, sha256 }) => ({ name: `${labels.get(slot) ?? slot} · ${name}`, sha256 }))
    const told = receivers(entry.origin === 'collective' ? { ...entry, ownerId: null } : entry)
    await noticesStep(
      tx,
      told.map((to) => {
        const path = pageFor(to, entry, eventId, entryId)
        return {
          to,
          eventId,
          locale: lang,
          notice: { template: 'entry-receipt', title: snapshot.title, number: entry.number ?? '', version, path, submittedAt, files },
        }
      }),
    )
    return done()
  })
}
