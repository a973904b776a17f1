import { data } from '@remix-run/node'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { groupOf } from '~/domain/events/event-list'
import { publishedRulebook } from '~/domain/judging/published-rulebook.server'
import { translator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { DrawList } from '~/ui/site/draw-list'
import siteCss from '~/ui/styles/site.css?url'
import { drawView } from './draw-view.server'
import { pageAddress } from './page-address.server'
import { cacheFor, publicHeaders } from './public-cache'
import { requireEvent } from './require-event.server'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

/** 抽签结果: heats and machines by code, with the seed they follow from. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang } = await requireEvent(request, params.slug)
  const stageId = params.stage ?? ''
  const [found, draw] = await Promise.all([publishedRulebook(event.id, stageId), drawView(event.id, stageId, config.timezone, lang)])
  if (!found || !draw) throw notFound()
  const title = translator(lang, 'measure')('draw.title', { stage: say(found.name, lang) })
  return data(
    {
      page: { title: translator(lang, 'site')('titled', { title: `${title} · ${say(config.name, lang)}` }), ...pageAddress(request) },
      section: groupOf(event.kind),
      title,
      slug: event.id,
      eventName: config.name,
      draw,
    },
    cacheFor(request, { draft: event.status === 'draft' }),
  )
}

export default function DrawPage() {
  const { title, slug, eventName, draw } = useLoaderData<typeof loader>()
  const t = useT('measure')
  const lang = useLang()
  const to = useLocalPath()
  return (
    <main className="page" id="content">
      <p className="crumb">
        <a href={to(`/e/${slug}`)}>{say(eventName, lang)}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('draw.publicLead')}</p>
      <div className="draw">
        <DrawList draw={draw} />
      </div>
    </main>
  )
}
