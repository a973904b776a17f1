import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownBatch } from '~/domain/entries/collective/queries.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { notFound, requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import collectiveCss from '~/ui/styles/collective.css?url'
import { whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: collectiveCss }]

/** 集体报送汇总表: the works of a batch on paper, to be stamped. Withdrawn works are not on it. */
export async function loader({ request, params: { slug = '', batchId = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const now = new Date()
  const found = await ownBatch({ personId, eventId: slug, batchId }, now)
  if (found?.batch.state !== 'open') throw notFound()
  const { terms, batch, works, owner } = found
  const groups = new Map(terms.contest.groups.map(({ id, name }) => [id, say(name, lang)]))
  const entrant = translator(lang, 'entrant')
  const listed = works.filter(({ state }) => state !== 'withdrawn')
  return {
    page: { title: `${translator(lang, 'collective')('summary.title')} · ${batch.organisation}` },
    event: say(terms.name, lang),
    edition: terms.edition,
    organisation: batch.organisation,
    owner,
    made: whenText(now, lang, terms.timezone, now),
    handedIn: listed.filter(({ number }) => number !== null).length,
    rows: listed.map(({ id, number, title, content, authors, signed }, n) => ({
      id,
      n: n + 1,
      number,
      title,
      signed,
      group: groups.get(content.groupId) ?? '',
      authors: authors.map(({ name }) => name).join(entrant('comma')),
      instructors: content.instructors.map(({ name }) => name).join(entrant('comma')),
    })),
  }
}

export default function BatchSummary() {
  const { event, edition, organisation, owner, made, handedIn, rows } = useLoaderData<typeof loader>()
  const t = useT('collective')
  return (
    <main className="page summary-sheet" id="content">
      <header>
        <p>
          {event} {edition}
        </p>
        <h1>{t('summary.title')}</h1>
        <p>{t('summary.from', { organisation, owner })}</p>
        <p>{t('summary.count', { works: rows.length, handedIn })}</p>
        <p className="no-print quiet">{t('summary.print')}</p>
      </header>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('summary.title')}>
        <table className="table">
          <thead>
            <tr>
              <th className="num">{t('summary.n')}</th>
              <th>{t('summary.number')}</th>
              <th>{t('summary.work')}</th>
              <th>{t('summary.group')}</th>
              <th>{t('summary.authors')}</th>
              <th>{t('summary.instructors')}</th>
              <th>{t('summary.signed')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, n, number, title, group, authors, instructors, signed }) => (
              <tr key={id}>
                <td className="num">{n}</td>
                <td className="num">{number ?? '—'}</td>
                <td>
                  <bdi>{title}</bdi>
                </td>
                <td>{group}</td>
                <td>{authors}</td>
                <td>{instructors}</td>
                <td>{signed ? t('summary.yes') : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="stamp">
        <p>{t('summary.stamp')}</p>
        <p>{t('summary.signer')}</p>
        <p>{t('summary.date')}</p>
        <p className="quiet small">{t('summary.made', { made })}</p>
      </footer>
    </main>
  )
}
