import { exportEntries } from '~/domain/entries/precheck/export-entries.server'
import { canonicalNames } from '~/domain/entries/names/canonical-names.server'
import { exportedEntries } from '~/domain/entries/precheck/entry-list.server'
import type { EntryFilter } from '~/domain/entries/precheck/entry-filter'
import { tableResponse, type TableFormat } from '~/gateways/tables.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { contestConfig } from '../contest-config.server'
import { eventFrame } from '../event-frame.server'
import { entryColumns } from './entry-columns.server'

interface DownloadEntries {
  eventId: string
  filter: EntryFilter
  personId: string
  format: TableFormat
  lang: Lang
  /** whether mobile numbers and addresses go along */
  contacts: boolean
}

/** Exactly the entries of a filter as a file, noted in the ledger before the first row leaves. */
export async function downloadEntries({ eventId, filter, personId, format, lang, contacts }: DownloadEntries): Promise<Response> {
  const [frame, config, nameOf] = await Promise.all([eventFrame(eventId), contestConfig(eventId), canonicalNames(eventId)])
  const ids = await exportEntries({ eventId, filter, personId, format, contacts })
  const sheet = translator(lang, 'console')('nav.entries')
  return tableResponse({
    format,
    filename: `${say(frame.name, lang)} ${sheet}`,
    sheet,
    columns: entryColumns({ lang, timezone: frame.timezone, fields: config?.fields ?? [], contacts, nameOf }),
    rows: exportedEntries(eventId, ids),
  })
}
