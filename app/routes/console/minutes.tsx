import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/i18n.server'
import { langOf } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { notFound, requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { minutesText } from './minutes-text.server'

export const meta = pageMeta

/** 合议纪要, to read and to print. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.view')
  const lang = langOf(request)
  const minutes = await minutesText(slug, stage, lang, new Date())
  if (!minutes) throw notFound()
  const address = `/console/${slug}/stages/${stage}/minutes.pdf${lang === 'en' ? '?lang=en' : ''}`
  return { page: { title: `${translator(lang, 'jury')('minutes.nav')} · ${minutes.lead}` }, minutes, address }
}

export default function MinutesPage() {
  const { minutes, address } = useLoaderData<typeof loader>()
  const t = useT('jury')
  return (
    <article className="minutes">
      <header className="workbench-head">
        <div>
          <h1>{minutes.title}</h1>
          <p>{minutes.lead}</p>
        </div>
        <div className="end no-print">
          <a className="button" href={address}>
            {t('minutes.pdf')}
          </a>
        </div>
      </header>
      {minutes.items.map((item) => (
        <section key={item.heading} className="motion">
          <h2>{item.heading}</h2>
          <p className="motion-works">{item.works}</p>
          <blockquote>{item.text}</blockquote>
          <p className="quiet small">{item.moved}</p>
          <table className="dense">
            <caption className="visually-hidden">{t('motion.voices')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('motion.judge')}</th>
                <th scope="col">{t('motion.said')}</th>
                <th scope="col">{t('motion.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {item.voices.map(({ who, said, reason }) => (
                <tr key={who}>
                  <th scope="row">{who}</th>
                  <td>{said}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <strong>{item.result}</strong>
          </p>
          {item.conclusion && <p className="motion-end">{item.conclusion}</p>}
        </section>
      ))}
      <p className="minutes-sign">
        {minutes.signatures.map((who) => (
          <span key={who}>{who}</span>
        ))}
      </p>
      <p className="quiet small">
        {minutes.ledger}
        <br />
        {minutes.made}
      </p>
    </article>
  )
}
