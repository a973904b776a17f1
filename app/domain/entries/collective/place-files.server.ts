import type { Tx } from '~/db.server'
import { titleOf } from '../entry-content'
import type { Terms } from '../terms'
import { slotsOf } from '../terms'
import { endingOf, matchFiles } from './match-files'
import type { RowToMatch } from './match-files'
import { contentOfRow } from './row-content'

/** A line as it is stored. */
export interface StoredRow {
  line: number
  values: unknown
}

/** The lines of a sheet as far as finding their files goes, in the order of the sheet. */
export function rowsToMatch(terms: Terms, rows: readonly StoredRow[], organisation: string): RowToMatch[] {
  return rows.map(({ line, values }, n) => {
    const said = values as Record<string, string>
    const content = contentOfRow(terms, said, organisation)
    return {
      line,
      ordinal: n + 1,
      title: titleOf(terms, content),
      authors: content.authors.map(({ name }) => name),
      named: Object.fromEntries(
        Object.entries(said).flatMap(([id, value]) => (id.startsWith('file.') ? [[id.slice('file.'.length), value]] : [])),
      ),
      slots: slotsOf(terms, content.groupId).map(({ id, label, count, types }) => ({
        id,
        labels: [label.zh, label.en],
        endings: [...types],
        max: count.max,
      })),
    }
  })
}

/** Looks for the work of every file again, except of those a person has placed or set aside. */
export async function placeFilesStep(
  tx: Tx,
  terms: Terms,
  { eventId, id: batchId, organisation }: { eventId: string; id: string; organisation: string },
): Promise<void> {
  const [rows, files] = await Promise.all([
    tx.entryBatchRow.findMany({ where: { eventId, batchId }, orderBy: { line: 'asc' }, select: { line: true, values: true } }),
    tx.entryBatchFile.findMany({ where: { eventId, batchId }, orderBy: { place: 'asc' } }),
  ])
  const lines = new Set(rows.map(({ line }) => line))
  const fixed = files.filter(({ state, byHand, line }) => state === 'ignored' || (byHand && line !== null && lines.has(line)))
  const taken = (line: number, slot: string) => fixed.filter((file) => file.line === line && file.slot === slot).length
  const open = rowsToMatch(terms, rows, organisation).map((row) => ({
    ...row,
    slots: row.slots.map((slot) => ({ ...slot, max: slot.max - taken(row.line, slot.id) })),
  }))
  const kept = new Set(fixed.map(({ place }) => place))
  const found = matchFiles(
    files.filter(({ place }) => !kept.has(place)),
    open,
  )
  // one statement, however many files: an archive may hold thousands
  await tx.$executeRaw`
    update "EntryBatchFile" f set "line" = m.line, "slot" = m.slot, "byHand" = false,
      "state" = case when m.slot is null then 'left'::"BatchFileState" else 'matched'::"BatchFileState" end
    from unnest(${found.map(({ place }) => place)}::int[], ${found.map(({ line }) => line)}::int[], ${found.map(({ slot }) => slot)}::text[]) as m(place, line, slot)
    where f."eventId" = ${eventId} and f."batchId" = ${batchId} and f."place" = m.place`
}

/** Whether a file of this name may stand in a slot of a line. */
export const fits = (path: string, slot: { endings: string[] }): boolean => slot.endings.includes(endingOf(path))
