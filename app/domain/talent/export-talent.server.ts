import { z } from 'zod'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { tableFormats } from '~/gateways/tables.server'
import { enqueue } from '~/queue.server'
import { transactOnce } from '~/request-once.server'
import { finalists } from './finalists.server'
import { fieldsWith } from './talent-fields'

/** What the organiser says before a list leaves the house. Both texts are shown to every designer in it. */
export const ExportTalentForm = z.object({
  stage: z.string().min(1).max(64),
  receiver: z.string().trim().min(2).max(120),
  purpose: z.string().trim().min(4).max(300),
  format: z.enum(tableFormats),
  contacts: z.literal('yes').optional(),
  requestKey: z.string().min(8).max(64),
})

interface ExportTalent extends Omit<z.output<typeof ExportTalentForm>, 'contacts' | 'stage'> {
  eventId: string
  stageId: string
  /** whether mobile numbers and addresses of those who agreed go along */
  contacts: boolean
  personId: string
  now: Date
}

export interface ExportedTalent {
  exportId: string
  people: number
}

/**
 * Records an export of finalists who agreed to the talent pool: what for, to whom, which people. The file is made from
 * this record afterwards. Everybody in it is told by a job that is queued together with the rows.
 */
export function exportTalent({
  eventId,
  stageId,
  receiver,
  purpose,
  format,
  contacts,
  personId,
  requestKey,
  now,
}: ExportTalent): Promise<Outcome<'not-published' | 'nobody', ExportedTalent>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['export-talent', eventId, stageId, receiver, purpose, format, contacts] },
    async (tx) => {
      const stage = await tx.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } }, select: { state: true } })
      if (stage?.state !== 'published') return refuse('not-published')
      const listed = (await finalists(tx, eventId, stageId)).filter(({ pool }) => pool)
      const people = [...new Set(listed.flatMap((row) => row.personId ?? []))]
      if (people.length === 0) return refuse('nobody')
      const withContacts = contacts && listed.some(({ contact }) => contact)
      const fields = fieldsWith(withContacts)
      const exportId = newId()
      await tx.talentExport.create({
        data: { eventId, id: exportId, stageId, purpose, receiver, fields, format, people: people.length, byId: personId, createdAt: now },
      })
      await tx.disclosure.createMany({ data: people.map((one) => ({ eventId, exportId, personId: one })) })
      await record(tx, eventId, [
        { action: 'talent.exported', body: { export: exportId, stage: stageId, by: personId, people: people.length, fields, format } },
      ])
      await enqueue(tx, 'tell-talent-export', { eventId, exportId }, { key: `tell-talent-export:${exportId}` })
      return done({ exportId, people: people.length })
    },
  )
}
