import type { Tx } from '~/db.server'
import { receivers } from '~/domain/entries/receivers'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import type { ForwardingRule } from './forwarding-rule.server'
import type { Received } from './receive-work.server'

/** Tells everyone behind forwarded works where they went, and whether something is still to be signed there. */
export async function tellForwarded(tx: Tx, { parent, statements }: ForwardingRule, works: readonly Received[]): Promise<void> {
  const persons = works.flatMap((work) => receivers(work).flatMap((to) => ('personId' in to ? [to.personId] : [])))
  const english = new Set(
    (await tx.person.findMany({ where: { id: { in: persons }, locale: 'en' }, select: { id: true } })).map(({ id }) => id),
  )
  await noticesStep(
    tx,
    works.flatMap((work) =>
      receivers(work).map((to) => {
        const lang: Lang = 'personId' in to && english.has(to.personId) ? 'en' : 'zh-CN'
        const t = translator(lang, 'prizes')
        const values = { work: work.title, parent: say(parent.name, lang) }
        const own = 'personId' in to && to.personId === work.ownerId
        return {
          to,
          eventId: parent.id,
          locale: lang,
          notice: {
            template: 'message' as const,
            subject: t('forwarding.letter.subject', values),
            body: t(`forwarding.letter.${statements}`, values),
            path: own ? `/my/${parent.id}/${work.id}` : `/e/${parent.id}`,
          },
        }
      }),
    ),
  )
}
