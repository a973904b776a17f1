import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomInt } from 'node:crypto'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import type { Handle } from '~/root'
import { notFound, requireStaff } from '~/session.server'
import { DrawOrder } from '~/ui/live/draw-order'
import { HallSettings } from '~/ui/live/hall-settings'
import { LiveNow } from '~/ui/live/live-now'
import { RunningOrder } from '~/ui/live/running-order'
import { useBoardLine } from '~/ui/live/use-board-line'
import { pageMeta } from '~/ui/page-meta'
import liveCss from '~/ui/styles/live.css?url'
import { actOnBoard, boardView } from './live-board.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: liveCss }]
export const handle: Handle = { hydrate: true, messages: ['live', 'console'] }

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  const stage = await panelStage(slug, stageId)
  if (stage?.type !== 'live') throw notFound()
  const [frame, board] = await Promise.all([eventFrame(slug), boardView(slug, stageId, lang)])
  return {
    page: { title: `${say(stage.name, lang)} · ${translator(lang, 'live')('title')} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state },
    proposedSeed: randomInt(100_000, 1_000_000),
    board,
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  if ((await panelStage(slug, stageId))?.type !== 'live') throw notFound()
  const refusal = await actOnBoard({ eventId: slug, stageId, byId: personId, form: await readForm(request), lang }, true)
  return refusal === null ? redirect(localPath(lang, `/console/${slug}/stages/${stageId}/live`)) : data({ refusal }, 409)
}

export default function LiveConsole() {
  const { slug, stage, board, proposedSeed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('live')
  const to = useLocalPath()
  useBoardLine(board?.stream ?? null)
  const running = stage.state === 'open'
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('titleOf', { stage: stage.name })}</h1>
          <p>{board ? t('lead') : t('leadNoOrder')}</p>
        </div>
        <div className="end">
          <a className="button" href={to(`/console/${slug}/stages/${stage.id}/paper`)}>
            {t('toPaper')}
          </a>
          {board && (
            <a className="button" href={board.hall} target="_blank" rel="noreferrer">
              {t('hall.open')}
            </a>
          )}
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {board && stage.state === 'upcoming' && (
        <p className="notice">
          <span>{t('notOpenYet')}</span> <a href={to(`/console/${slug}/stages/${stage.id}/judges`)}>{t('toOpen')}</a>
        </p>
      )}
      {board && board.changed > 0 && (
        <p className="notice">
          <span>{t('changed', { count: board.changed })}</span>
        </p>
      )}
      {board && running && <LiveNow board={board} chair={false} />}
      {board && <RunningOrder board={board} movable={stage.state === 'upcoming' || running} callable={running} />}
      {(!board || !board.begun) && (stage.state === 'upcoming' || running) && (
        <DrawOrder seed={board?.seed ?? proposedSeed} drawn={board !== null} />
      )}
      {board && <HallSettings board={board} />}
    </>
  )
}
