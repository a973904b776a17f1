import type { PaperKind } from '~/generated/prisma/enums'
import { formatNumber } from '~/i18n/format'
import { useLang, useT } from '~/i18n/use-t'

interface Order {
  id: string
  kind: PaperKind
  by: string
  at: string
  works: number
  done: number
  papers: number
  leftOut: number
  state: 'making' | 'ready' | 'lapsed' | 'failed'
  until: string | null
  size: string
}

/** Archives that were asked for, newest first: how far each is, and the way to it. */
export function PaperOrders({ slug, orders }: { slug: string; orders: Order[] }) {
  const t = useT('papers')
  const lang = useLang()
  return (
    <section id="orders" aria-labelledby="orders-title">
      <h2 id="orders-title">{t('orders')}</h2>
      {orders.length === 0 ? (
        <p className="empty">{t('none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('orders')}>
          <table className="table">
            <thead>
              <tr>
                <th>{t('column.what')}</th>
                <th className="num">{t('column.works')}</th>
                <th className="num">{t('column.papers')}</th>
                <th>{t('column.state')}</th>
                <th>{t('column.by')}</th>
                <th>{t('column.at')}</th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id}>
                  <td>{t(`kind.${order.kind}`)}</td>
                  <td className="num">{formatNumber(order.works, lang)}</td>
                  <td className="num">{order.state === 'making' || order.state === 'failed' ? '' : formatNumber(order.papers, lang)}</td>
                  <td className="paper-state">
                    <OrderState slug={slug} order={order} />
                  </td>
                  <td>{order.by}</td>
                  <td>{order.at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function OrderState({ slug, order: { id, kind, works, done, leftOut, state, until, size } }: { slug: string; order: Order }) {
  const t = useT('papers')
  const lang = useLang()
  if (state === 'failed') return <span role="alert">{t('failed')}</span>
  if (state === 'lapsed') return <span className="quiet">{t('expired')}</span>
  if (state === 'making') {
    const text = done === 0 ? t('waiting') : t('making', { done, total: works })
    return (
      <>
        <progress max={works} value={done} aria-label={text} /> <span>{text}</span>
      </>
    )
  }
  return (
    <>
      <a
        className="button button--quiet"
        href={`/console/${slug}/papers/${id}?lang=${lang}`}
        aria-label={t('downloadLabel', { what: t(`kind.${kind}`), size })}
      >
        {t('download')}
      </a>{' '}
      <span className="quiet small">{t('until', { size, until: until ?? '' })}</span>
      {leftOut > 0 && <span className="small">{t('leftOut', { count: leftOut })}</span>}
    </>
  )
}
