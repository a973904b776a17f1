import { holdStages } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { transactOnce } from '~/request-once.server'
import { organisationBoards } from './organisation-queries.server'

interface ConfirmOrganisations {
  eventId: string
  awardId: string
  /** who gets it, all of them, under the names on the page */
  names: readonly string[]
  /** public; needed where the rule says otherwise or names were published before */
  reason: string
  byId: string
  requestKey: string
  now: Date
}
export type ConfirmRefusal = 'unknown-award' | 'not-published' | 'unknown-name' | 'nobody' | 'too-many' | 'no-reason'

/**
 * Gives an award to organisations and announces it, once every result is published. Confirmed again with other names it
 * replaces them: certificates of those who lose it no longer count.
 */
export function confirmOrganisations(asked: ConfirmOrganisations): Promise<Outcome<ConfirmRefusal>> {
  const { eventId, awardId, reason, byId, requestKey, now } = asked
  const names = [...new Set(asked.names)]
  return transactOnce(
    { actor: byId, key: requestKey, asked: ['confirm-organisations', eventId, awardId, names, reason] },
    async (tx): Promise<Outcome<ConfirmRefusal>> => {
      await tx.$queryRaw`select 1 from "Event" where "id" = ${eventId} for update`
      await holdStages(tx, eventId)
      const { complete, boards } = await organisationBoards(eventId, tx)
      const board = boards.find(({ award }) => award.id === awardId)
      if (!board) return refuse('unknown-award')
      if (!complete) return refuse('not-published')
      const { award, rows } = board
      const chosen = rows.filter(({ name }) => names.includes(name))
      if (chosen.length < names.length) return refuse('unknown-name')
      if (chosen.length === 0) return refuse('nobody')
      if (award.count !== undefined && chosen.length > award.count) return refuse('too-many', { count: award.count })
      const before = await tx.organisationAward.findMany({ where: { eventId, awardId } })
      const asRuled =
        award.points === undefined ||
        (rows.every((row) => !row.proposed || names.includes(row.name)) && chosen.every((row) => row.proposed || row.tied))
      if (reason === '' && (!asRuled || before.some(({ revokedAt }) => revokedAt === null))) return refuse('no-reason')

      await tx.organisationAward.updateMany({
        where: { eventId, awardId, name: { notIn: names }, revokedAt: null },
        data: { revokedAt: now },
      })
      const known = new Set(before.map(({ name }) => name))
      const given = { nameZh: award.name.zh ?? '', nameEn: award.name.en ?? '', confirmedById: byId, confirmedAt: now, revokedAt: null }
      await tx.organisationAward.updateMany({ where: { eventId, awardId, name: { in: names } }, data: given })
      await tx.organisationAward.createMany({
        data: chosen
          .filter(({ name }) => !known.has(name))
          .map(({ name, submitted, accepted, finalists, prizes, points }) => ({
            ...given,
            eventId,
            id: newId(),
            awardId,
            name,
            number: newId(),
            figures: { submitted, accepted, finalists, prizes, points },
          })),
      })
      const text = (lang: Lang) => {
        const t = translator(lang, 'prizes')
        const why = reason && t('organisations.announcement.reason', { reason })
        const list = chosen.map(({ name }) => name).join(t('comma'))
        return {
          title: t('organisations.announcement.title', { award: say(award.name, lang) }),
          body: t('organisations.announcement.body', { names: list, reason: why }).trim(),
        }
      }
      const [zh, en] = [text('zh-CN'), text('en')]
      await tx.announcement.create({
        data: {
          eventId,
          id: newId(),
          kind: 'results',
          titleZh: zh.title,
          bodyZh: zh.body,
          titleEn: en.title,
          bodyEn: en.body,
          publishedAt: now,
        },
      })
      const ids = await tx.organisationAward.findMany({ where: { eventId, awardId, revokedAt: null }, select: { id: true } })
      await record(tx, eventId, [
        { action: 'organisations.awarded', body: { award: awardId, given: ids.map(({ id }) => id), asRuled, by: byId } },
      ])
      return done()
    },
  )
}
