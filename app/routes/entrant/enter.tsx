import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { typeLabels } from '~/domain/entries/accept-file'
import { eventTerms, ownCount } from '~/domain/entries/queries.server'
import { registrationAt } from '~/domain/entries/registration-window'
import { startEntry } from '~/domain/entries/start-entry.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { getActor, notFound, requireActor } from '~/session.server'
import { Options } from '~/ui/entrant/options'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import { EventEligibility } from '~/ui/site/event-eligibility'
import { SampleTag, SampleValues } from '~/ui/site/sample-tag'
import entrantCss from '~/ui/styles/entrant.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { requireEvent } from '../site/require-event.server'
import { whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: entrantCss },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  const terms = await eventTerms(event.id)
  if (!terms || !config.contest) throw notFound()
  const actor = await getActor(request)
  const t = translator(lang, 'entrant')
  const { limit } = terms.registration
  const count = actor && limit ? await ownCount(actor.personId, event.id) : 0
  const { groups, tracks, entry } = terms.contest
  return {
    page: { title: `${t('enter.title')} · ${say(terms.name, lang)}`, description: t('enter.description') },
    slug: event.id,
    name: say(terms.name, lang),
    config,
    contest: config.contest,
    registration: registrationAt(terms, now),
    judging: terms.judgingSince !== null && terms.judgingSince <= now,
    opens: whenText(terms.opensAt, lang, terms.timezone, now),
    closes: whenText(terms.closesAt, lang, terms.timezone, now),
    groups: groups.map(({ id, name, description, who, authors, instructors }) => ({
      id,
      label: say(name, lang),
      text: say(description, lang),
      note: [
        t(`enter.who.${who}`),
        instructors > 0 ? t('enter.authorsAndInstructors', { authors, instructors }) : t('enter.authors', { authors }),
      ].join(t('semicolon')),
    })),
    tracks: tracks.map(({ id, name, description }) => ({ id, label: say(name, lang), text: say(description, lang) })),
    files: entry.files.map((rule) => ({
      id: rule.id,
      label: say(rule.label, lang),
      note: [
        t('file.rules', { types: typeLabels(rule).join(t('comma')), maxMB: rule.maxMB }),
        rule.page && `${rule.page} ${rule.dpi ? `${rule.dpi} dpi` : ''}`,
        rule.optional && t('enter.optional'),
      ]
        .filter(Boolean)
        .join(t('semicolon')),
    })),
    collective: terms.registration.collective,
    signedIn: actor !== null,
    places: limit ? { limit, count, left: Math.max(0, limit - count) } : null,
    requestKey: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const eventId = params.slug ?? ''
  const form = await readForm(request)
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 100)
  const given = { group: text('group'), track: text('track') }
  const outcome = await startEntry({
    personId,
    eventId,
    groupId: given.group,
    trackId: given.track || null,
    requestKey: text('requestKey') || newId(),
    now: new Date(),
  })
  if (outcome.ok) return redirect(localPath(lang, `/my/${eventId}/${outcome.value.entryId}`))
  if (outcome.reason === 'not-found') throw notFound()
  const t = translator(lang, 'entrant')
  const asked = outcome.reason === 'group' || outcome.reason === 'track'
  return data({ reason: outcome.reason, text: t(`enter.refused.${outcome.reason}`, outcome.detail ?? {}), given }, asked ? 400 : 409)
}

export default function Enter() {
  const {
    slug,
    name,
    config,
    contest,
    registration,
    judging,
    opens,
    closes,
    groups,
    tracks,
    files,
    collective,
    signedIn,
    places,
    requestKey,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('entrant')
  const to = useLocalPath()
  const open = registration === 'open'
  const full = places !== null && places.left === 0
  const wrong = (reason: string) => (refused?.reason === reason ? [refused.text] : undefined)
  return (
    <SampleValues sample={config.sample}>
      <main id="content">
        <header className="enter-head">
          <p>
            <a href={to(`/e/${slug}`)}>{name}</a>
          </p>
          <h1>{t('enter.title')}</h1>
          <p>
            {open
              ? t('enter.until', { until: closes })
              : registration === 'early'
                ? t('enter.early', { from: opens })
                : registration === 'cancelled'
                  ? t('enter.cancelled')
                  : t(judging ? 'enter.judging' : 'enter.over', { until: closes })}{' '}
            <SampleTag path="dates" />
          </p>
          {refused && !wrong('group') && !wrong('track') && (
            <div className="notice" role="alert">
              <p>{refused.text}</p>
            </div>
          )}
        </header>
        {open && (
          <form method="post" className="enter-form">
            <RequestKey value={requestKey} />
            <Options
              name="group"
              legend={t('enter.group')}
              help={t('enter.groupHelp')}
              options={groups}
              chosen={refused?.given.group}
              errors={wrong('group')}
            />
            {tracks.length > 0 && (
              <Options name="track" legend={t('enter.track')} options={tracks} chosen={refused?.given.track} errors={wrong('track')} />
            )}
            <div className="enter-act">
              {full ? (
                <p>{t('enter.full', { limit: places.limit })}</p>
              ) : signedIn ? (
                <>
                  <button className="button button--act">{t('enter.start')}</button>
                  <p>{places && places.count > 0 ? t('enter.places', places) : t('enter.note')}</p>
                </>
              ) : (
                <>
                  <a className="button button--act" href={to(`/sign-in?next=${encodeURIComponent(to(`/e/${slug}/enter`))}`)}>
                    {t('enter.signIn')}
                  </a>
                  <p>{t('enter.signInNote')}</p>
                </>
              )}
            </div>
          </form>
        )}
        {collective && (
          <p className="enter-collective">
            {t('enter.collective')} <a href={to(`/e/${slug}/collective`)}>{t('enter.collectiveLink')}</a>
          </p>
        )}
        <EventEligibility config={config} contest={contest} />
        {files.length > 0 && (
          <section className="chapter" aria-labelledby="prepare">
            <div className="chapter-head">
              <h2 id="prepare">
                {t('enter.prepare')} <SampleTag path="contest.entry" />
              </h2>
            </div>
            <div className="chapter-body">
              <ul className="lines enter-files">
                {files.map(({ id, label, note }) => (
                  <li key={id}>
                    <b>{label}</b>
                    <span>{note}</span>
                  </li>
                ))}
              </ul>
            </div>
          </section>
        )}
      </main>
    </SampleValues>
  )
}
