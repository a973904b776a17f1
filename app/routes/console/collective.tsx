import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { batchesOfEvent } from '~/domain/entries/collective/queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime, formatNumber } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import collectiveCss from '~/ui/styles/collective.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: collectiveCss }]

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'entries.view')
  const lang = langOf(request)
  const [frame, batches] = await Promise.all([eventFrame(slug), batchesOfEvent(slug)])
  return {
    page: { title: `${translator(lang, 'collective')('staff.title')} · ${say(frame.name, lang)}` },
    slug,
    batches: batches.map(({ id, organisation, owner, state, works, handedIn, scanned, createdAt }) => ({
      id,
      organisation,
      owner,
      state,
      works,
      handedIn,
      scanned,
      at: formatDateTime(createdAt, lang, frame.timezone),
    })),
  }
}

/** Who brings many works at once, and how far each is. */
export default function CollectiveOfEvent() {
  const { slug, batches } = useLoaderData<typeof loader>()
  const t = useT('collective')
  const lang = useLang()
  const to = useLocalPath()
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('staff.title')}</h1>
          <p>{t('staff.lead')}</p>
        </div>
      </header>
      {batches.length === 0 ? (
        <p className="empty">{t('staff.empty')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('staff.title')}>
          <table className="table">
            <thead>
              <tr>
                <th>{t('staff.organisation')}</th>
                <th>{t('staff.owner')}</th>
                <th className="num">{t('staff.works')}</th>
                <th className="num">{t('staff.handedIn')}</th>
                <th>{t('staff.state')}</th>
                <th>{t('staff.scan')}</th>
                <th>{t('staff.at')}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map(({ id, organisation, owner, state, works, handedIn, scanned, at }) => (
                <tr key={id}>
                  <td>
                    <a href={to(`/console/${slug}/entries?batch=${id}`)}>
                      <bdi>{organisation}</bdi>
                    </a>
                  </td>
                  <td>{owner}</td>
                  <td className="num">{formatNumber(works, lang)}</td>
                  <td className="num">{formatNumber(handedIn, lang)}</td>
                  <td>{t(`staff.${state}`)}</td>
                  <td>
                    {scanned ? (
                      <a href={`/console/${slug}/collective/${id}/scan`}>{t('staff.download')}</a>
                    ) : (
                      <span className="quiet">{t('staff.none')}</span>
                    )}
                  </td>
                  <td className="num">{at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
