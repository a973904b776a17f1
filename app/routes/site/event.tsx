import { data } from '@remix-run/node'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { coverVersion } from '~/domain/events/cover-address'
import { textOf } from '~/domain/events/draw-cover.server'
import { cardsBeside } from '~/domain/events/event-cards.server'
import { groupOf } from '~/domain/events/event-list'
import { endedAt, phasesAt } from '~/domain/events/phases'
import { publishedPhases } from '~/domain/judging/objections/published-phases'
import { oldDates } from '~/domain/setup/old-dates'
import { publicUrl } from '~/env.server'
import { contestTranslator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useNonce } from '~/ui/nonce'
import { pageMeta } from '~/ui/page-meta'
import { ActBar, ActBox } from '~/ui/site/act-box'
import { Chapter } from '~/ui/site/chapter'
import { EventAwards } from '~/ui/site/event-awards'
import { EventBodies } from '~/ui/site/event-bodies'
import { EventCriteria } from '~/ui/site/event-criteria'
import { eventData } from '~/ui/site/event-data'
import { EventEligibility } from '~/ui/site/event-eligibility'
import { EventEntry } from '~/ui/site/event-entry'
import { EventExpo } from '~/ui/site/event-expo'
import { EventFront } from '~/ui/site/event-front'
import { EventGroups } from '~/ui/site/event-groups'
import { EventMatchmaking, EventProgramme } from '~/ui/site/event-programme'
import { EventNews, EventQuestions } from '~/ui/site/event-questions'
import { EventRights } from '~/ui/site/event-rights'
import { EventRows } from '~/ui/site/event-rows'
import { EventTitle } from '~/ui/site/event-title'
import { PhaseLine } from '~/ui/site/phase-line'
import { SampleValues } from '~/ui/site/sample-tag'
import { StatusBanner } from '~/ui/site/status-banner'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { cacheFor, publicHeaders } from './public-cache'
import { requireEvent } from './require-event.server'
import { shareTexts } from './share-texts.server'
import { useContestT } from '~/ui/site/use-contest-t'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  const beside = await cardsBeside(event)
  const texts = shareTexts(config, event.dates, lang)
  const image = `${publicUrl()}/covers/${event.id}/1200x630${lang === 'en' ? '-en' : ''}.png?v=${coverVersion(event.id, config.cover, textOf(texts))}`
  const address = pageAddress(request)
  const live = event.dates.find(({ key }) => key === config.when) ?? event.dates.at(-1)
  const t = contestTranslator(lang, config.kind)
  return data(
    {
      contestKind: config.kind,
      page: {
        title: t('titled', { title: say(config.name, lang) }),
        description: say(config.lead, lang),
        image,
        ...address,
      },
      schema: eventData({ config, status: event.status, live, url: address.canonical, image, lang }),
      section: groupOf(event.kind),
      event,
      config,
      live,
      beside,
      now,
    },
    cacheFor(request, { draft: event.status === 'draft' }),
  )
}

export default function EventPage() {
  const { event, config, live, beside, schema, now } = useLoaderData<typeof loader>()
  const t = useContestT()
  const nonce = useNonce()
  const { contest, expo, programme, matchmaking } = config
  const stages = contest?.stages ?? []
  const daysOf = (id: string) => stages.flatMap((stage) => (stage.id === id && stage.type === 'notice' ? stage.days : []))[0] ?? null
  const { spans, over } = publishedPhases({ stages, states: event.stages, spans: event.dates, daysOf, timezone: config.timezone })
  const phases = phasesAt(endedAt(spans, config.registration?.dates, event.closesAt), now, over)
  const act = {
    slug: event.id,
    status: event.status,
    opensAt: event.opensAt,
    closesAt: event.closesAt,
    results: event.stages.some(({ state }) => state === 'published'),
    judging: event.closesAt !== null && event.closesAt <= now && event.stages.some(({ frozen }) => frozen),
    phases,
    now,
    config,
  }
  return (
    <SampleValues sample={config.sample}>
      <main id="content" tabIndex={-1} className="event">
        <StatusBanner status={event.status} config={config} />
        <EventFront slug={event.id} config={config} live={live} cancelled={event.status === 'cancelled'} />
        <EventTitle config={config} parent={beside.parent}>
          <ActBox {...act} />
        </EventTitle>
        <PhaseLine
          phases={phases}
          oldDates={oldDates(config, event.oldDates)}
          dates={config.dates}
          timezone={config.timezone}
          cancelled={event.status === 'cancelled'}
          now={now}
        />
        {beside.children.length > 0 && (
          <Chapter id="children" title={t('event.childrenOf')}>
            <EventRows cards={beside.children} now={now} level="h3" />
          </Chapter>
        )}
        {contest && (
          <>
            <EventGroups contest={contest} />
            <EventCriteria contest={contest} slug={event.id} stages={event.stages} />
            <EventEntry contest={contest} />
            <EventEligibility config={config} contest={contest} />
            <EventRights contest={contest} />
            <EventAwards contest={contest} />
          </>
        )}
        {expo && <EventExpo config={config} expo={expo} />}
        {programme && <EventProgramme config={config} programme={programme} now={now} />}
        {matchmaking && <EventMatchmaking matchmaking={matchmaking} />}
        <EventBodies config={config} />
        <EventQuestions config={config} />
        <EventNews announcements={event.announcements} timezone={config.timezone} />
        {beside.editions.length > 0 && (
          <Chapter id="editions" title={t('event.editions')}>
            <EventRows cards={beside.editions} now={now} level="h3" />
          </Chapter>
        )}
        <script
          type="application/ld+json"
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: JSON.stringify(schema).replaceAll('<', '\\u003c') }}
        />
        <ActBar {...act} />
      </main>
    </SampleValues>
  )
}
