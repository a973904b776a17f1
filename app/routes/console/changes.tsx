import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeableMarks, markChanges } from '~/domain/judging/late/queries.server'
import { stageCriteria } from '~/domain/judging/late/stage-criteria.server'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { ChangeForm } from '~/ui/live/change-form'
import { ChangeList } from '~/ui/live/change-list'
import { LateList } from '~/ui/live/late-list'
import { pageMeta } from '~/ui/page-meta'
import liveCss from '~/ui/styles/live.css?url'
import { actOnChanges } from './changes-act.server'
import { lateRows } from './late-rows.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: liveCss }]

async function markedStage(eventId: string, stageId: string) {
  const stage = await panelStage(eventId, stageId)
  if (!stage || stage.type === 'vote') throw notFound()
  return stage
}

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  const stage = await markedStage(slug, stageId)
  const code = (new URL(request.url).searchParams.get('code') ?? '').trim().toUpperCase()
  const frame = await eventFrame(slug)
  const [criteria, late, changes, marks] = await Promise.all([
    stageCriteria(slug, stageId),
    lateRows(slug, stageId, lang, frame.timezone),
    markChanges(slug, stageId),
    code ? changeableMarks(slug, stageId, code) : [],
  ])
  const at = (date: Date) => formatDateTime(date, lang, frame.timezone, false)
  const nameOf = (id: string) => say(criteria.get(id), lang) || id
  return {
    page: { title: `${say(stage.name, lang)} · ${translator(lang, 'live')('change.title')} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang), published: stage.state === 'published' },
    code,
    late,
    changes: changes.map(({ criterion, askedAt, decidedAt, askedById, seatId: _seat, ...row }) => ({
      ...row,
      criterion: nameOf(criterion),
      askedAt: at(askedAt),
      decidedAt: decidedAt && at(decidedAt),
      own: askedById === personId,
    })),
    marks: marks.map(({ seatId, entryId, criterionId, value, seat }) => ({
      id: `${seatId} ${entryId} ${criterionId}`,
      label: `${seat.label} · ${nameOf(criterionId)}`,
      value: value?.toString() ?? null,
    })),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  await markedStage(slug, stageId)
  const form = await readForm(request)
  const refusal = await actOnChanges({ eventId: slug, stageId, byId: personId, form, lang })
  if (refusal === null) return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/changes`))
  return data({ refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
}

export default function Changes() {
  const { slug, stage, code, late, changes, marks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('live')
  const to = useLocalPath()
  const path = to(`/console/${slug}/stages/${stage.id}/changes`)
  return (
    <>
      <header className="workbench-head">
        <div>
          <p className="crumb">
            <a href={to(`/console/${slug}/stages/${stage.id}/progress`)}>{stage.name}</a>
          </p>
          <h1>{t('change.title')}</h1>
          <p>{t('change.what')}</p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {late.length > 0 && <LateList path={path} late={late} published={stage.published} />}
      <ChangeList path={path} changes={changes} />
      {!stage.published && <ChangeForm path={path} code={code} marks={marks} typed={answer?.typed ?? null} />}
    </>
  )
}
