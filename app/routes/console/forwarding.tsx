import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forwardWorks } from '~/domain/forwarding/forward-works.server'
import { forwardingRule } from '~/domain/forwarding/forwarding-rule.server'
import { forwardedWorks } from '~/domain/forwarding/queries.server'
import { newId } from '~/domain/new-id.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { eventOutline } from '~/domain/reporting/event-outline.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import { categoryNames } from './category-names.server'

export const meta = pageMeta

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const [frame, rule, works, { stages }] = await Promise.all([
    eventFrame(slug),
    forwardingRule(slug),
    forwardedWorks(slug),
    eventOutline(slug),
  ])
  const { nameOf } = categoryNames(frame, works, lang, translator(lang, 'site')('results.everyWork'))
  return {
    page: { title: `${t('forwarding.title')} · ${say(frame.name, lang)}` },
    slug,
    rule: rule && {
      collected: rule.collected,
      lines: [
        t('forwarding.lead', {
          stage: say(stages.find(({ id }) => id === rule.stage)?.name, lang),
          places: rule.places,
          per: rule.per,
          parent: say(rule.parent.name, lang),
        }),
        ...(rule.until ? [t('forwarding.until', { until: formatDateTime(rule.until, lang, frame.timezone) })] : []),
        t(`forwarding.${rule.statements}`),
        ...(rule.onePrize ? [t('forwarding.onePrize')] : []),
      ],
    },
    works: works.map(({ at, category, ...work }) => ({
      ...work,
      category: nameOf(category),
      at: formatDateTime(at, lang, frame.timezone),
    })),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  const form = await readForm(request)
  const requestKey = String(form.get('requestKey') ?? '').slice(0, 60) || newId()
  const outcome = await forwardWorks({ eventId: slug, byId: personId, requestKey, now: new Date() })
  if (outcome.ok) return redirect(localPath(lang, `/console/${slug}/forwarding`))
  return data({ refusal: translator(lang, 'prizes')(`forwarding.refused.${outcome.reason}`) }, 409)
}

/** 推荐: the works a sub-contest sends on, and what became of them. */
export default function ForwardingPage() {
  const { slug, rule, works, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('prizes')
  const to = useLocalPath()
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('forwarding.title')}</h1>
          {rule?.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {rule?.collected && (
          <form method="post" action={to(`/console/${slug}/forwarding`)}>
            <RequestKey value={requestKey} />
            <button className="button button--act">{t('forwarding.send')}</button>
          </form>
        )}
      </header>
      {refused && (
        <p className="notice" role="alert">
          {refused.refusal}
        </p>
      )}
      {!rule && <p className="empty">{t('forwarding.none')}</p>}
      {rule && !rule.collected && <p className="notice">{t('forwarding.notCollected')}</p>}
      {rule && works.length === 0 && <p className="empty">{t('forwarding.empty')}</p>}
      {works.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('forwarding.title')}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('forwarding.work')}</th>
                <th scope="col">{t('forwarding.category')}</th>
                <th scope="col" className="num">
                  {t('forwarding.rank')}
                </th>
                <th scope="col">{t('forwarding.state')}</th>
                <th scope="col">{t('forwarding.at')}</th>
              </tr>
            </thead>
            <tbody>
              {works.map((work) => (
                <tr key={work.code}>
                  <th scope="row">
                    {work.code} <bdi>{work.title}</bdi>
                  </th>
                  <td>{work.category}</td>
                  <td className="num">{work.rank}</td>
                  <td>{t(`forwarding.stateName.${work.state}`)}</td>
                  <td className="num start">{work.at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
