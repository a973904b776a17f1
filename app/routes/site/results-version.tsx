import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { olderVersion } from '~/domain/judging/publication/older-version.server'
import { publishedWorks } from '~/domain/judging/published-works.server'
import { formatDateTime } from '~/i18n/format'
import { contestTranslator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { WorkPeople } from '~/ui/site/work-people'
import resultsCss from '~/ui/styles/results.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { publicHeaders } from './public-cache'
import { requireEvent } from './require-event.server'
import { useContestT } from '~/ui/site/use-contest-t'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: resultsCss },
]

/** A version of a result that was corrected since: it stays readable as it was, under the words that replaced it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang } = await requireEvent(request, params.slug)
  const number = /^\d{1,4}$/.test(params.version ?? '') ? Number(params.version) : 0
  const older = number > 0 ? await olderVersion(event.id, params.stage ?? '', number) : null
  if (!older || !config.contest) throw notFound()
  const { works } = await publishedWorks(
    event.id,
    older.rows.map(({ entryId }) => entryId),
    event.config,
  )
  const t = contestTranslator(lang, config.kind)
  const title = t('results.olderTitle', { stage: say(older.stage, lang), version: number })
  const categories = [...new Set(older.rows.map(({ category }) => category))]
  const named = [...config.contest.groups, ...config.contest.tracks]
  return {
    contestKind: config.kind,
    page: { title: t('titled', { title: `${title} · ${say(config.name, lang)}` }), ...pageAddress(request) },
    title,
    slug: event.id,
    name: config.name,
    timezone: config.timezone,
    ...older,
    categories: categories.map((category) => ({
      id: category,
      names: category === 'all' ? [] : category.split('/').flatMap((part) => named.find(({ id }) => id === part)?.name ?? []),
      rows: older.rows.flatMap((row) => {
        const work = works.get(row.entryId)
        return row.category === category ? [{ ...row, work: work ?? null }] : []
      }),
    })),
    rows: null,
  }
}

export default function ResultsVersion() {
  const { title, slug, name, timezone, version, publishedAt, replaced, categories } = useLoaderData<typeof loader>()
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const at = (date: Date) => formatDateTime(date, lang, timezone)
  return (
    <main id="content" tabIndex={-1} className="page results">
      <p className="crumb">
        <a href={to(`/e/${slug}`)}>{say(name, lang)}</a>
        <a href={to(`/e/${slug}/results`)}>{t('results.title')}</a>
      </p>
      <header className="results-head">
        <h1>{title}</h1>
        <a className="button" href={to(`/e/${slug}/results`)}>
          {t('results.current')}
        </a>
      </header>
      <div className="result-correction">
        <p>{t('results.olderNote', { version: replaced.version, at: at(replaced.at), reason: say(replaced.reason, lang) })}</p>
      </div>
      <p className="quiet">{t('results.olderItem', { version, at: at(publishedAt) })}</p>
      {categories.map(({ id, names, rows }) => (
        <table key={id} className="ranking ranking--plain">
          <caption>{names.length > 0 ? names.map((one) => say(one, lang)).join(' · ') : t('results.everyWork')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results.rank')}</th>
              <th scope="col">{t('results.work')}</th>
              <th scope="col">{t('results.authors')}</th>
              <th scope="col" className="num">
                {t('results.score')}
              </th>
              <th scope="col">{t('results.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ entryId, code, rank, total, standing, gone, work }) => (
              <tr key={entryId} className={standing === 'alternate' ? 'alternate' : undefined}>
                <td className="rank num">{rank ?? '—'}</td>
                <th scope="row">
                  {gone || !work ? (
                    work?.title || code
                  ) : (
                    <a href={to(`/e/${slug}/works/${encodeURIComponent(code)}`)}>{work.title || code}</a>
                  )}
                  <span className="num">{code}</span>
                </th>
                <td className="people">{work && <WorkPeople work={work} />}</td>
                <td className="score num">{total ?? '—'}</td>
                <td className="standing">
                  {standing === 'none' ? '' : t(`results.standings.${standing}`)}
                  {gone && <small> {t('results.gone')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </main>
  )
}
