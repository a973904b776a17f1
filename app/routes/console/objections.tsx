import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { previewTakeOut } from '~/domain/judging/publication/take-out.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { objectionDesk } from '~/domain/reporting/objection-desk.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { CorrectionPreview } from '~/ui/console/correction-preview'
import { ObjectionList } from '~/ui/console/objection-list'
import { TakeOutForm } from '~/ui/console/take-out-form'
import { pageMeta } from '~/ui/page-meta'
import { actOnObjections } from './objections-act.server'

export const meta = pageMeta

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  const stage = await panelStage(slug, stageId)
  if (!stage || stage.state !== 'published') throw notFound()
  const query = new URL(request.url).searchParams
  const [frame, { objections, period, works }] = await Promise.all([eventFrame(slug), objectionDesk(slug, stageId)])
  const t = translator(lang, 'console')
  const at = (date: Date) => formatDateTime(date, lang, frame.timezone)
  const work = works.find(({ entry }) => entry === query.get('work')) ?? null
  const leaving = query.get('leaving') === 'withdrawn' ? ('withdrawn' as const) : ('disqualified' as const)
  const preview = work && (await previewTakeOut(slug, stageId, work.entry, leaving))
  return {
    page: { title: `${t('objections.title', { stage: say(stage.name, lang) })} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang) },
    period: period && { from: at(period.from), to: at(period.to) },
    objections: objections.map(({ raisedAt, decidedAt, entry, ...one }) => ({
      ...one,
      code: entry.code ?? '',
      title: entry.title,
      at: at(raisedAt),
      decidedAt: decidedAt && at(decidedAt),
    })),
    works: works.map(({ entry, code, title }) => ({ entry, code, title })),
    preview: preview && {
      ...preview,
      leaving,
      entry: work.entry,
      code: work.code,
      objection: objections.find(({ id, state }) => id === query.get('objection') && state === 'raised')?.id ?? null,
      effects: preview.effects.map(({ before, after }) => ({
        entry: after.entry,
        code: after.code,
        title: after.title,
        before: { rank: before.rank, standing: before.standing },
        after: { rank: after.rank, standing: after.standing },
      })),
    },
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  if (!(await panelStage(slug, stageId))) throw notFound()
  const form = await readForm(request)
  const refusal = await actOnObjections({ eventId: slug, stageId, byId: personId, form, lang })
  if (refusal === null) return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/objections`))
  return data({ refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
}

export default function Objections() {
  const { slug, stage, period, objections, works, preview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const to = useLocalPath()
  const path = to(`/console/${slug}/stages/${stage.id}/objections`)
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('objections.title', { stage: stage.name })}</h1>
          <p>
            {period ? t('objections.period', period) : t('objections.noPeriod')}{' '}
            {t('objections.pending', { count: objections.filter(({ state }) => state === 'raised').length })}
          </p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {preview && <CorrectionPreview preview={preview} path={path} typed={answer?.typed ?? null} />}
      <ObjectionList slug={slug} path={path} objections={objections} />
      <TakeOutForm path={path} works={works} />
    </>
  )
}
