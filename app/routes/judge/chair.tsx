import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import type { Handle } from '~/root'
import { notFound } from '~/session.server'
import { LiveNow } from '~/ui/live/live-now'
import { useBoardLine } from '~/ui/live/use-board-line'
import { pageMeta } from '~/ui/page-meta'
import judgeCss from '~/ui/styles/judge.css?url'
import liveCss from '~/ui/styles/live.css?url'
import { actOnBoard, boardView } from '../console/live-board.server'
import { requireSeat } from './desk-request.server'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: judgeCss },
  { rel: 'stylesheet', href: liveCss },
]
export const handle: Handle = { hydrate: true, messages: ['live'] }

/** The chair of a live stage that has accepted the seat; nobody else finds the page. */
async function requireChair(request: Request, params: { slug?: string; stage?: string }) {
  const { actor, seat } = await requireSeat(request, params)
  if (!seat.isChair || !seat.acceptedAt || seat.stage.type !== 'live') throw notFound()
  return { actor, seat }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await requireChair(request, params)
  const lang = langOf(request)
  return {
    page: { title: `${translator(lang, 'live')('chair.title')} · ${say(seat.stage.name, lang)}` },
    path: `/judge/${seat.eventId}/${seat.stageId}`,
    stage: { name: say(seat.stage.name, lang), state: seat.stage.state },
    board: await boardView(seat.eventId, seat.stageId, lang),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, seat } = await requireChair(request, params)
  const lang = langOf(request)
  const refusal = await actOnBoard(
    { eventId: seat.eventId, stageId: seat.stageId, byId: actor.personId, form: await readForm(request), lang },
    false,
  )
  return refusal === null ? redirect(localPath(lang, `/judge/${seat.eventId}/${seat.stageId}/chair`)) : data({ refusal }, 409)
}

export default function Chair() {
  const { path, stage, board } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('live')
  const to = useLocalPath()
  useBoardLine(board?.stream ?? null)
  return (
    <main className="page" id="content">
      <p className="lobby-back">
        <a href={to(path)}>← {t('chair.back')}</a>
      </p>
      <h1>{t('chair.titleOf', { stage: stage.name })}</h1>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {board && stage.state === 'open' ? <LiveNow board={board} chair /> : <p className="empty">{t('chair.notYet')}</p>}
    </main>
  )
}
