import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hallState } from '~/domain/judging/live/queries.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import type { Handle } from '~/root'
import { notFound } from '~/session.server'
import { Hall } from '~/ui/live/hall'
import { pageMeta } from '~/ui/page-meta'
import hallCss from '~/ui/styles/hall.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: hallCss }]
export const handle: Handle = { hydrate: true, messages: ['live'] }

/** The screen of the hall, for whoever has its key: nothing to click, both languages at once. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const state = await hallState(slug, stage, key)
  if (!state) throw notFound()
  const lang = langOf(request)
  const [zh, en] = [translator('zh-CN', 'live'), translator('en', 'live')]
  const base = `/e/${slug}/hall/${stage}`
  const query = `key=${encodeURIComponent(key)}`
  return {
    page: { title: `${say(state.stage, lang)} · ${say(state.event, lang)}` },
    state,
    stream: `${base}/stream?${query}`,
    pictures: { base: `${base}/picture/`, query },
    labels: {
      total: { zh: zh('screen.total'), en: en('screen.total') },
      judges: { zh: zh('screen.judges'), en: en('screen.judges') },
      marking: { zh: zh('screen.marking'), en: en('screen.marking') },
      dropped: { zh: zh('screen.dropped'), en: en('screen.dropped') },
      soon: { zh: zh('screen.soon'), en: en('screen.soon') },
    },
  }
}

export default function HallRoute() {
  return <Hall {...useLoaderData<typeof loader>()} />
}
