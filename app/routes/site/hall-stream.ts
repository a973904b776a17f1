import type { LoaderFunctionArgs } from '@remix-run/node'
import { liveTopic } from '~/channel.server'
import { hallState } from '~/domain/judging/live/queries.server'
import { eventStream } from '~/event-stream.server'
import { notFound } from '~/session.server'

/** What the hall's screen shows, as a stream of events; null once its address was replaced. */
export async function loader({ request, params: { slug = '', stage = '' } }: LoaderFunctionArgs) {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  if (!(await hallState(slug, stage, key))) throw notFound()
  return eventStream(request, {
    topic: liveTopic(slug, stage),
    name: `hall ${key}`,
    viewer: key,
    // an audience may follow on its phones, and tablets find room beside it
    most: 300,
    read: () => hallState(slug, stage, key),
    show: (state) => state,
  })
}
