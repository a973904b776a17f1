import { done, refuse, type Outcome } from '~/domain/outcome'
import { exportedRows, publishedStages } from '~/domain/talent/exported-rows.server'
import { tableFormats, tableResponse } from '~/gateways/tables.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { eventFrame } from '../event-frame.server'
import { talentColumns } from './talent-columns.server'

interface DownloadTalent {
  eventId: string
  exportId: string
  /** as the address says it */
  format: string
  personId: string
  lang: Lang
  now: Date
}

/** The file of an export that was made, as it stands now: without whoever withdrew since. */
export async function downloadTalent({
  format: wanted,
  lang,
  ...input
}: DownloadTalent): Promise<Outcome<'not-found' | 'lapsed', Response>> {
  const format = tableFormats.find((one) => one === wanted)
  if (!format) return refuse('not-found')
  const outcome = await exportedRows({ ...input, format })
  if (!outcome.ok) return outcome
  const { rows, fields, stageId } = outcome.value
  const [frame, stages] = await Promise.all([eventFrame(input.eventId), publishedStages(input.eventId)])
  const sheet = translator(lang, 'console')('nav.talent')
  const stage = say(stages.find(({ id }) => id === stageId)?.name, lang)
  return done(
    tableResponse({
      format,
      filename: `${say(frame.name, lang)} ${sheet}`,
      sheet,
      columns: talentColumns({ lang, stage, contacts: fields.includes('contacts') }),
      rows,
    }),
  )
}
