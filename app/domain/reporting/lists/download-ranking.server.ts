import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done } from '~/domain/outcome'
import { tableResponse, type Column, type TableFormat } from '~/gateways/tables.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { eventFrame } from '../event-frame.server'
import { officialRanking, type OfficialWork } from '../official-ranking.server'
import { downloadVotes } from './download-votes.server'

interface DownloadRanking {
  eventId: string
  stageId: string
  personId: string
  format: TableFormat
  /** the votes of a first pass instead of the marks */
  pass: 'vote' | null
  lang: Lang
}

/** The whole ranking of a stage as a file, without anybody’s name; null when it has neither rulebook nor ballot. Noted in the ledger. */
export async function downloadRanking({ eventId, stageId, personId, format, pass, lang }: DownloadRanking): Promise<Response | null> {
  const [frame, ranking] = await Promise.all([eventFrame(eventId), pass === 'vote' ? null : officialRanking(eventId, stageId)])
  if (!ranking) return downloadVotes({ eventId, stageId, personId, format, lang })
  await transact(async (tx) => {
    await record(tx, eventId, [{ action: 'entries.exported', body: { by: personId, stage: stageId, rows: ranking.works.length, format } }])
    return done()
  })
  const t = translator(lang, 'console')
  const names = new Map([...frame.groups, ...frame.tracks].map(({ id, name }) => [id, say(name, lang)]))
  const labelOf = new Map(ranking.seats.map(({ id, label }) => [id, label]))
  const number = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))
  const columns: Column<OfficialWork>[] = [
    { header: t('ranking.rank'), width: 8, value: ({ rank }) => rank },
    { header: t('col.code'), width: 12, value: ({ code }) => code },
    { header: t('col.title'), width: 28, value: ({ title }) => title },
    { header: t('col.group'), width: 14, value: ({ group }) => names.get(group) ?? group },
    { header: t('col.track'), width: 14, value: ({ track }) => (track ? (names.get(track) ?? track) : '') },
    ...ranking.seats.map(({ id, label }): Column<OfficialWork> => ({
      header: t('card.judge', { label }),
      width: 10,
      value: ({ sheets, recused }) => number(sheets[id]) ?? (recused.includes(id) ? t('mark.recused') : null),
    })),
    {
      header: t('ranking.dropped'),
      width: 12,
      value: ({ dropped }) =>
        [...new Set(dropped.filter(({ criterion }) => criterion === null).map(({ judge }) => labelOf.get(judge) ?? ''))].join(' '),
    },
    { header: t('ranking.score'), width: 10, value: ({ total }) => number(total) },
    { header: t('ranking.judges'), width: 8, value: ({ judges }) => judges },
    { header: t('ranking.standing'), width: 12, value: ({ standing }) => t(`standing.${standing}`) },
  ]
  const title = `${say(ranking.stage.name, lang)} ${t('nav.ranking')}`
  return tableResponse({ format, filename: `${say(frame.name, lang)} ${title}`, sheet: title, columns, rows: ranking.works })
}
