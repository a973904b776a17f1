import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DrawForm, drawStations } from '~/domain/judging/measured/draw-stations.server'
import { newId } from '~/domain/new-id.server'
import { resolveDate } from '~/domain/setup/resolve-dates'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { drawView } from '~/routes/site/draw-view.server'
import { TextArea, TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import { DrawList } from '~/ui/site/draw-list'
import { requireMeasured } from './measured-stage.server'

export const meta = pageMeta

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { stage, frame } = await requireMeasured(request, slug, stageId)
  const lang = langOf(request)
  return {
    page: { title: `${translator(lang, 'measure')('draw.heading')} · ${say(stage.name, lang)} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state },
    requestKey: newId(),
    draw: await drawView(slug, stageId, frame.timezone, lang),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { actor, frame } = await requireMeasured(request, slug, stageId)
  const lang = langOf(request)
  const t = translator(lang, 'measure')
  const fields = Object.fromEntries(await readForm(request))
  const typed = {
    stations: String(fields.stations ?? ''),
    firstAt: String(fields.firstAt ?? ''),
    minutes: String(fields.minutes ?? ''),
    reason: String(fields.reason ?? ''),
  }
  const given = DrawForm.safeParse(fields)
  if (!given.success) return data({ refusal: t('drawRefusal.incomplete'), typed }, 400)
  const firstAt = resolveDate(given.data.firstAt, frame.timezone).start
  const outcome = await drawStations({ ...given.data, firstAt, eventId: slug, stageId, byId: actor.personId, now: new Date() })
  if (outcome.ok) return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/draw`))
  return data({ refusal: t(`drawRefusal.${outcome.reason}`), typed }, 409)
}

export default function Draw() {
  const { slug, stage, draw, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('measure')
  const to = useLocalPath()
  return (
    <>
      <p className="crumb">
        <a href={to(`/console/${slug}/stages/${stage.id}/records`)}>← {t('records.title')}</a>
      </p>
      <header className="workbench-head">
        <div>
          <h1>{t('draw.title', { stage: stage.name })}</h1>
          <p>{t('draw.lead')}</p>
        </div>
        {draw && (
          <div className="end">
            <a className="button button--small" href={to(`/e/${slug}/draw/${stage.id}`)}>
              {t('draw.public')}
            </a>
          </div>
        )}
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {draw && <DrawList draw={draw} />}
      {(stage.state === 'upcoming' || stage.state === 'open') && (
        <form method="post" className="deed-form">
          <h2>{t(draw ? 'draw.drawAgain' : 'draw.drawNow')}</h2>
          <RequestKey value={requestKey} />
          <TextField
            name="stations"
            label={t('draw.stations')}
            type="number"
            min={1}
            max={200}
            required
            defaultValue={answer?.typed.stations ?? String(draw?.stations ?? '')}
          />
          <TextField name="firstAt" label={t('draw.firstAt')} type="datetime-local" required defaultValue={answer?.typed.firstAt ?? ''} />
          <TextField
            name="minutes"
            label={t('draw.minutes')}
            type="number"
            min={1}
            max={600}
            required
            defaultValue={answer?.typed.minutes ?? ''}
          />
          {draw ? (
            <TextArea name="reason" label={t('draw.reason')} rows={2} required maxLength={300} defaultValue={answer?.typed.reason ?? ''} />
          ) : (
            <input type="hidden" name="reason" value="" />
          )}
          <button className="button button--act">{t(draw ? 'draw.drawAgain' : 'draw.drawNow')}</button>
        </form>
      )}
    </>
  )
}
