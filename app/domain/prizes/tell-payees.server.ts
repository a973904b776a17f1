import type { Tx } from '~/db.server'
import type { Address } from '~/domain/notices/notice'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

/** Tells payees that something is due to them, or came back with a reason, and where they say how it reaches them. */
export async function tellPayees(tx: Tx, eventId: string, paymentIds: readonly string[], what: 'due' | 'returned'): Promise<void> {
  if (paymentIds.length === 0) return
  const rows = await tx.payment.findMany({
    where: { eventId, id: { in: [...paymentIds] } },
    select: {
      forZh: true,
      forEn: true,
      returnReason: true,
      author: { select: { personId: true, email: true, mobile: true, person: { select: { locale: true } } } },
      seat: { select: { personId: true, person: { select: { locale: true } } } },
    },
  })
  const { nameZh, nameEn } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { nameZh: true, nameEn: true } })
  const orders = rows.flatMap(({ author, seat, forZh, forEn, returnReason }) => {
    const payee = author ?? seat
    const to = payee?.personId ? { personId: payee.personId } : author && addressOf(author)
    if (!to) return []
    const lang: Lang = payee?.person?.locale === 'en' ? 'en' : 'zh-CN'
    const t = translator(lang, 'prizes')
    const values = { event: lang === 'en' ? nameEn : nameZh, for: lang === 'en' ? forEn : forZh, reason: returnReason }
    return [
      {
        to,
        eventId,
        locale: lang,
        notice: {
          template: 'message' as const,
          subject: t(`letter.${what}.subject`, values),
          body: t(`letter.${what}.body`, values),
          path: '/my/payments',
        },
      },
    ]
  })
  await noticesStep(tx, orders)
}

function addressOf({ email, mobile }: { email: string | null; mobile: string | null }): Address | null {
  if (email) return { kind: 'email', value: email }
  return mobile ? { kind: 'mobile', value: mobile } : null
}
