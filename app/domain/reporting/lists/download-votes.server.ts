import { db, transact } from '~/db.server'
import { CHOICES } from '~/domain/judging/votes/choice'
import { record } from '~/domain/ledger/record.server'
import { done } from '~/domain/outcome'
import { tableResponse, type Column, type TableFormat } from '~/gateways/tables.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { eventFrame } from '../event-frame.server'
import { officialVotes, type OfficialVotedWork } from '../official-votes.server'

interface DownloadVotes {
  eventId: string
  stageId: string
  personId: string
  format: TableFormat
  lang: Lang
}

/** Every vote of a stage as a file, without anybody’s name; null where nobody votes. Noted in the ledger. */
export async function downloadVotes({ eventId, stageId, personId, format, lang }: DownloadVotes): Promise<Response | null> {
  const [frame, votes, stage] = await Promise.all([
    eventFrame(eventId),
    officialVotes(eventId, stageId),
    db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } }, select: { nameZh: true, nameEn: true } }),
  ])
  if (!votes) return null
  await transact(async (tx) => {
    await record(tx, eventId, [{ action: 'entries.exported', body: { by: personId, stage: stageId, rows: votes.works.length, format } }])
    return done()
  })
  const [t, jury] = [translator(lang, 'console'), translator(lang, 'jury')]
  const names = new Map([...frame.groups, ...frame.tracks].map(({ id, name }) => [id, say(name, lang)]))
  const columns: Column<OfficialVotedWork>[] = [
    { header: t('ranking.rank'), width: 8, value: ({ rank }) => rank },
    { header: t('col.code'), width: 12, value: ({ code }) => code },
    { header: t('col.title'), width: 28, value: ({ title }) => title },
    { header: t('col.group'), width: 14, value: ({ group }) => names.get(group) ?? group },
    { header: t('col.track'), width: 14, value: ({ track }) => (track ? (names.get(track) ?? track) : '') },
    ...votes.seats.map(({ id, label }): Column<OfficialVotedWork> => ({
      header: t('card.judge', { label }),
      width: 10,
      value: ({ votes: given, recused }) => (given[id] ? jury(`choice.${given[id]}`) : recused.includes(id) ? t('mark.recused') : null),
    })),
    ...CHOICES.map((choice): Column<OfficialVotedWork> => ({
      header: jury(`choice.${choice}`),
      width: 8,
      value: ({ counts }) => counts[choice],
    })),
    { header: t('ranking.standing'), width: 12, value: ({ standing }) => t(`standing.${standing}`) },
  ]
  const title = `${say({ zh: stage.nameZh, en: stage.nameEn }, lang)} ${jury('votes.nav')}`
  return tableResponse({ format, filename: `${say(frame.name, lang)} ${title}`, sheet: title, columns, rows: votes.works })
}
