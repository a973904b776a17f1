import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paymentsTo } from '~/domain/prizes/payment-queries.server'
import { takesDetails } from '~/domain/prizes/payment-state'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { moneyText } from '~/ui/prizes/money-text'
import entrantCss from '~/ui/styles/entrant.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const rows = await paymentsTo(personId)
  return {
    page: { title: t('mine.title') },
    rows: rows.map((row) => ({
      id: row.id,
      path: `/my/payments/${row.eventId}/${row.id}`,
      event: say(row.event, lang),
      for: say(row.for, lang),
      sums: `${t('payments.gross')} ${moneyText(row.gross, lang)} · ${t('payments.tax')} ${moneyText(row.tax, lang)}`,
      net: moneyText(row.net, lang),
      state: row.state,
      open: takesDetails(row.state),
      returned: row.returnReason ? t('mine.returned', { reason: row.returnReason }) : null,
    })),
  }
}

/** What is due to the person who is signed in. */
export default function Payments() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useT('prizes')
  const to = useLocalPath()
  return (
    <main className="page page--narrow" id="content" tabIndex={-1}>
      <h1>{t('mine.title')}</h1>
      <p className="page-lead">{t('mine.lead')}</p>
      {rows.length === 0 && <p className="empty">{t('mine.empty')}</p>}
      {rows.map((row) => (
        <section key={row.id} className="part" aria-labelledby={`payment-${row.id}`}>
          <h2 id={`payment-${row.id}`}>{row.for}</h2>
          <p className="quiet">{row.event}</p>
          <p>
            {t('payments.net')} <b className="num">{row.net}</b> <span className="quiet">{row.sums}</span>
          </p>
          <p>
            <span className="state">{t(`payments.stateName.${row.state}`)}</span> {row.returned}
          </p>
          <p>
            <a className={row.state === 'due' ? 'button button--act' : 'button'} href={to(row.path)}>
              {t(row.state === 'due' ? 'mine.give' : row.open ? 'mine.change' : 'payments.open')}
            </a>
          </p>
        </section>
      ))}
    </main>
  )
}
