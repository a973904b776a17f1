import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { mayDecide, passOf } from '~/domain/judging/votes/passes'
import { newId } from '~/domain/new-id.server'
import { may } from '~/domain/people/permissions'
import { deliberationDesk } from '~/domain/reporting/deliberation-desk.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { MotionCard } from '~/ui/console/motion-card'
import { MotionForm } from '~/ui/console/motion-form'
import { NominatedWorks } from '~/ui/console/nominated-works'
import { pageMeta } from '~/ui/page-meta'
import { actOnMotion } from './motion-act.server'
import { motionView } from './motion-view.server'

export const meta = pageMeta

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, slug, 'ranking.view')
  const lang = langOf(request)
  const stage = await panelStage(slug, stageId)
  if (!stage) throw notFound()
  const [frame, desk] = await Promise.all([eventFrame(slug), deliberationDesk(slug, stageId)])
  const query = new URL(request.url).searchParams
  const t = translator(lang, 'jury')
  const named = desk.awards.map(({ id, name, count }) => ({ id, name: say(name, lang), count: count ?? null }))
  return {
    page: { title: `${say(stage.name, lang)} · ${t('motion.nav')} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state },
    motions: desk.motions.map((motion) => ({ ...motionView(motion, desk.all, frame.timezone, lang), chairs: motion.chairs })),
    seats: desk.seats,
    awards: named,
    nominated: named.map((award) => ({ ...award, works: desk.nominated.filter(({ awardId }) => awardId === award.id) })),
    kinds: [
      ...(passOf(stage) === 'vote' ? (['tie', 'in', 'out'] as const) : (['tie'] as const)),
      ...(named.length > 0 ? (['award'] as const) : []),
    ],
    asked: { kind: query.get('kind') ?? '', codes: query.get('codes') ?? '', award: query.get('award') ?? '' },
    motionId: newId(),
    open: mayDecide(stage),
    mayAct: may(roles, 'ranking.publish'),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  if (!(await panelStage(slug, stageId))) throw notFound()
  const form = await readForm(request)
  const refusal = await actOnMotion({ eventId: slug, stageId, byId: personId, form, lang })
  if (refusal === null)
    return redirect(`${localPath(lang, `/console/${slug}/stages/${stageId}/deliberation`)}#motion-${String(form.get('motion') ?? '')}`)
  return data({ refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
}

export default function Deliberation() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('jury')
  const to = useLocalPath()
  const { slug, stage, motions } = page
  const path = to(`/console/${slug}/stages/${stage.id}/deliberation`)
  const acts = page.open && page.mayAct
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('motion.title', { stage: stage.name })}</h1>
          <p>{t('motion.lead')}</p>
        </div>
        <div className="end">
          {motions.length > 0 && <a href={to(`/console/${slug}/stages/${stage.id}/minutes`)}>{t('minutes.nav')}</a>}
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {!page.open && (
        <p className="notice">
          <span>{t(stage.state === 'published' ? 'motion.published' : 'motion.notYet')}</span>
        </p>
      )}
      <NominatedWorks nominated={page.nominated} path={path} open={acts} />
      {motions.length === 0 && <p className="empty">{t('motion.empty')}</p>}
      {motions.map((motion) => (
        <MotionCard
          key={motion.id}
          motion={motion}
          path={path}
          chairs={motion.chairs}
          acts={acts}
          typed={answer?.typed.motion === motion.id ? answer.typed : null}
        />
      ))}
      {acts && (
        <MotionForm
          motionId={page.motionId}
          path={path}
          kinds={page.kinds}
          awards={page.awards}
          seats={page.seats}
          typed={answer?.typed.intent === 'put' ? answer.typed : page.asked}
        />
      )}
    </>
  )
}
