import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeNames, NamesForm } from '~/domain/entries/names/change-names.server'
import { namesOfEvent } from '~/domain/entries/names/queries.server'
import { newId } from '~/domain/new-id.server'
import { may } from '~/domain/people/permissions'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import collectiveCss from '~/ui/styles/collective.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: collectiveCss }]

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, slug, 'entries.view')
  const lang = langOf(request)
  const [frame, names] = await Promise.all([eventFrame(slug), namesOfEvent(slug)])
  return {
    page: { title: `${translator(lang, 'names')('title')} · ${say(frame.name, lang)}` },
    slug,
    mayChange: may(roles, 'entries.precheck'),
    counted: names.counted.slice(0, 300),
    suggestions: names.suggestions.slice(0, 50),
    changes: names.changes.map(({ at, after, ...change }) => ({
      ...change,
      at: formatDateTime(at, lang, frame.timezone),
      names: Object.entries(after).map(([name, to]) => (to ? `${name} → ${to}` : name)),
    })),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'entries.precheck')
  const lang = langOf(request)
  const t = translator(lang, 'names')
  const form = await readForm(request)
  // a spelling’s own button parts it, whatever is ticked beside it
  const given = NamesForm.safeParse({
    ...Object.fromEntries(form),
    spellings: form.getAll('spellings'),
    ...(form.has('spelling') && { intent: 'split' }),
  })
  if (!given.success) return data({ text: t('refused.nothing') }, 400)
  const outcome = await changeNames({
    eventId: slug,
    personId,
    requestKey: String(form.get('requestKey') ?? '').slice(0, 60) || newId(),
    asked: given.data,
    now: new Date(),
  })
  return outcome.ok ? redirect(localPath(lang, `/console/${slug}/names`)) : data({ text: t(`refused.${outcome.reason}`) }, 409)
}

/** One school, many spellings: what the house counts as one. */
export default function Names() {
  const { slug, mayChange, counted, suggestions, changes, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('names')
  const to = useLocalPath()
  const path = to(`/console/${slug}/names`)
  return (
    <div className="collective">
      <header className="workbench-head">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      {refused && (
        <p className="notice" role="alert">
          {refused.text}
        </p>
      )}
      {mayChange && suggestions.length > 0 && (
        <section aria-labelledby="suggested">
          <h2 id="suggested">{t('suggested', { count: suggestions.length })}</h2>
          {suggestions.map(({ spellings, because }, n) => (
            <form key={spellings[0]?.name} method="post" action={path} className="batch-left">
              <RequestKey value={`${requestKey}s${n}`} />
              <input type="hidden" name="intent" value="merge" />
              <fieldset className="ticks">
                <legend>{because.map((one) => t(`because.${one}`)).join(t('comma'))}</legend>
                {spellings.map(({ name, count }) => (
                  <label key={name} className="choice">
                    <input type="checkbox" name="spellings" value={name} defaultChecked />
                    <span>
                      <bdi>{name}</bdi> <span className="quiet num">{count}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
              <div className="row">
                <label>
                  {t('callIt')} <input name="canonical" defaultValue={spellings[0]?.name} maxLength={200} />
                </label>
                <button className="button button--small">{t('merge')}</button>
              </div>
            </form>
          ))}
        </section>
      )}
      <section aria-labelledby="counted">
        <h2 id="counted">{t('counted', { count: counted.length })}</h2>
        {counted.length === 0 ? (
          <p className="empty">{t('empty')}</p>
        ) : (
          <form method="post" action={path}>
            <RequestKey value={`${requestKey}m`} />
            <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="counted">
              <table className="table">
                <thead>
                  <tr>
                    <th>{t('name')}</th>
                    <th className="num">{t('authors')}</th>
                    <th>{t('spellings')}</th>
                  </tr>
                </thead>
                <tbody>
                  {counted.map(({ name, count, spellings }) => (
                    <tr key={name}>
                      <td>
                        {mayChange ? (
                          <label className="choice">
                            <input type="checkbox" name="spellings" value={name} />
                            <span>
                              <bdi>{name}</bdi>
                            </span>
                          </label>
                        ) : (
                          <bdi>{name}</bdi>
                        )}
                      </td>
                      <td className="num">{count}</td>
                      <td>
                        {spellings
                          .filter((one) => one.name !== name)
                          .map((one) => (
                            <span key={one.name} className="line">
                              <bdi>{one.name}</bdi> <span className="quiet num">{one.count}</span>{' '}
                              {mayChange && (
                                <button className="plain" name="spelling" value={one.name} aria-label={t('splitNamed', { name: one.name })}>
                                  {t('split')}
                                </button>
                              )}
                            </span>
                          ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {mayChange && (
              <div className="row batch-left">
                <label>
                  {t('callIt')} <input name="canonical" maxLength={200} />
                </label>
                <button className="button" name="intent" value="merge">
                  {t('mergeTicked')}
                </button>
              </div>
            )}
          </form>
        )}
      </section>
      {changes.length > 0 && (
        <section aria-labelledby="changes">
          <h2 id="changes">{t('changes')}</h2>
          <ul className="plain-list">
            {changes.map(({ id, at, by, names, undone }, n) => (
              <li key={id}>
                <span className="num quiet">{at}</span> {by}
                {t('colon')}
                {names.slice(0, 6).join(t('comma'))}{' '}
                {undone ? (
                  <span className="quiet">{t('undone')}</span>
                ) : (
                  mayChange && (
                    <form method="post" action={path} style={{ display: 'inline' }}>
                      <RequestKey value={`${requestKey}u${n}`} />
                      <input type="hidden" name="change" value={id} />
                      <button className="plain" name="intent" value="undo">
                        {t('undo')}
                      </button>
                    </form>
                  )
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
