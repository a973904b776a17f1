import { db, transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { TableFormat } from '~/gateways/tables.server'
import { finalists, type Finalist } from './finalists.server'
import { downloadableUntil } from './talent-fields'

export interface ExportedRows {
  stageId: string
  fields: string[]
  exportedAt: Date
  rows: Finalist[]
}

/**
 * The people of an export, for its file: those it recorded, without whoever has withdrawn since. Contacts only where
 * they were part of it and the consent to them is as old as the export and still stands. Each time is noted in the
 * ledger before the first row leaves.
 */
export function exportedRows({
  eventId,
  exportId,
  format,
  personId,
  now,
}: {
  eventId: string
  exportId: string
  format: TableFormat
  personId: string
  now: Date
}): Promise<Outcome<'not-found' | 'lapsed', ExportedRows>> {
  return transact(async (tx) => {
    const found = await tx.talentExport.findUnique({
      where: { eventId_id: { eventId, id: exportId } },
      include: { disclosures: { select: { personId: true } } },
    })
    if (!found || found.format !== format) return refuse('not-found')
    const { stageId, fields, createdAt } = found
    if (now > downloadableUntil(createdAt)) return refuse('lapsed')
    const recorded = new Set(found.disclosures.map((one) => one.personId))
    const listed = (await finalists(tx, eventId, stageId)).filter((row) => row.pool && row.personId && recorded.has(row.personId))
    const rows = listed.map((row) => {
      const reachable = fields.includes('contacts') && row.contactSince !== null && row.contactSince <= createdAt
      return reachable ? row : { ...row, mobile: null, email: null }
    })
    const people = new Set(rows.map((row) => row.personId)).size
    await record(tx, eventId, [{ action: 'talent.downloaded', body: { export: exportId, by: personId, people } }])
    return done({ stageId, fields, exportedAt: createdAt, rows })
  })
}

/** The authors in the result of a published stage, with what each agreed to. */
export const stageFinalists = (eventId: string, stageId: string): Promise<Finalist[]> => finalists(db, eventId, stageId)

/** Exports of an event, newest first, with who made them. */
export async function exportsOf(eventId: string) {
  const rows = await db.talentExport.findMany({ where: { eventId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 200 })
  const [people, stages] = await Promise.all([
    db.person.findMany({ where: { id: { in: rows.map(({ byId }) => byId) } }, select: { id: true, name: true } }),
    db.stage.findMany({ where: { eventId }, select: { id: true, nameZh: true, nameEn: true } }),
  ])
  return rows.map(({ byId, stageId, ...row }) => {
    const stage = stages.find(({ id }) => id === stageId)
    return {
      ...row,
      by: people.find(({ id }) => id === byId)?.name ?? '',
      stage: { zh: stage?.nameZh ?? stageId, en: stage?.nameEn ?? stageId },
    }
  })
}

/** Stages whose result is public, the latest first: only their finalists can be exported. */
export async function publishedStages(eventId: string) {
  const rows = await db.stage.findMany({
    where: { eventId, state: 'published' },
    orderBy: { position: 'desc' },
    select: { id: true, nameZh: true, nameEn: true },
  })
  return rows.map(({ id, nameZh, nameEn }) => ({ id, name: { zh: nameZh, en: nameEn } }))
}
