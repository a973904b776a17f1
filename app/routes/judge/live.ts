import type { LoaderFunctionArgs } from '@remix-run/node'
import { liveTopic } from '~/channel.server'
import { tabletState } from '~/domain/judging/live/queries.server'
import { eventStream } from '~/event-stream.server'
import type { LiveCall } from '~/ui/desk/desk-live'
import { deskError, deskSeat } from './desk-request.server'

/**
 * The calls of a live final as a stream of events, as far as this judge may know them: a work the judge
 * stands aside for is not named.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await deskSeat(request, params)
  const { eventId, stageId, id } = seat
  if (seat.stage.type !== 'live') return deskError('not-live', 404)
  return eventStream(request, {
    topic: liveTopic(eventId, stageId),
    name: 'tablets',
    viewer: id,
    most: 20,
    read: () => tabletState(eventId, stageId),
    show: ({ called, revealed }): LiveCall => {
      const aside = called?.recused.includes(id) ?? false
      return {
        code: aside ? null : (called?.code ?? null),
        aside,
        revealed: revealed.flatMap(({ code, recused }) => (recused.includes(id) ? [] : [code])),
      }
    },
  })
}
