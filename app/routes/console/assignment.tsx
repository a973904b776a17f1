import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyAssignment, AssignmentForm, MOST_SEED } from '~/domain/judging/assignment/apply-assignment.server'
import { dropOut } from '~/domain/judging/assignment/drop-out.server'
import { PinForm, pinWork } from '~/domain/judging/assignment/pin-work.server'
import { proposeAssignment } from '~/domain/judging/assignment/propose-assignment.server'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { labelOrder } from '~/domain/judging/panel/seat-label'
import { newId } from '~/domain/new-id.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { AssignedLoads } from '~/ui/console/assigned-loads'
import { PinnedWorks } from '~/ui/console/pinned-works'
import { UnmetDemands } from '~/ui/console/unmet-demands'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'

export const meta = pageMeta
/** Rows shown of what cannot be met, and of pins. */
const ROWS = 200

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'judges.manage')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const asked = Number.parseInt(query.get('seed') ?? '', 10)
  const seed = asked >= 0 && asked <= MOST_SEED ? asked : 1
  const [stage, proposed] = await Promise.all([panelStage(slug, stageId), proposeAssignment(slug, stageId, seed)])
  if (!stage || !proposed) throw notFound()
  const frame = await eventFrame(slug)
  const t = translator(lang, 'console')
  const { plan, seats } = proposed
  const number = (name: string) => Number.parseInt(query.get(name) ?? '', 10)
  return {
    page: { title: `${say(stage.name, lang)} · ${t('assign.short')} · ${say(frame.name, lang)}` },
    slug,
    seed,
    requestKey: newId(),
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state },
    refusal: proposed.refusal,
    perWork: proposed.perWork === 'all' ? null : proposed.perWork,
    isAssigned: proposed.isAssigned,
    works: proposed.works,
    undeclared: proposed.undeclared,
    done: query.has('added') ? { added: number('added') || 0, taken: number('taken') || 0 } : null,
    left: query.has('moved') ? { moved: number('moved') || 0, missing: number('missing') || 0 } : null,
    judges: seats
      .map(({ id, label, name, droppedOutAt, lockedAt }) => ({
        id,
        label,
        name,
        droppedOut: droppedOutAt !== null,
        locked: lockedAt !== null,
        plan: plan?.judges.find(({ seat }) => seat === id) ?? null,
      }))
      .sort((a, b) => labelOrder(a.label, b.label)),
    pins: proposed.pins
      .slice(0, ROWS)
      .map(({ seat, ...pin }) => ({ ...pin, seat, label: seats.find(({ id }) => id === seat)?.label ?? '' })),
    pinCount: proposed.pins.length,
    plan: plan && {
      digest: plan.digest,
      pairs: plan.pairs,
      added: plan.added,
      taken: plan.taken,
      meetings: plan.pairMeetings,
      unmet: plan.unmet.slice(0, ROWS),
      unmetCount: plan.unmet.length,
    },
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'judges.manage')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  if (!(await panelStage(slug, stageId))) throw notFound()
  const here = localPath(lang, `/console/${slug}/stages/${stageId}/judges/assignment`)
  const form = await readForm(request)
  const stage = { eventId: slug, stageId, personId, now: new Date() }
  const intent = form.get('intent')
  switch (intent) {
    case 'assign': {
      const given = AssignmentForm.safeParse(Object.fromEntries(form))
      if (!given.success) return data({ refusal: t('judges.nothingAsked') }, 400)
      const outcome = await applyAssignment({ ...given.data, ...stage })
      if (outcome.ok) return redirect(`${here}?added=${outcome.value.added}&taken=${outcome.value.taken}&seed=${given.data.seed}`)
      return data({ refusal: t(`assignRefusal.${outcome.reason}`) }, 409)
    }
    case 'pin':
    case 'loosen': {
      const given = PinForm.safeParse(Object.fromEntries(form))
      if (!given.success) return data({ refusal: t('assign.pinMissing') }, 400)
      const outcome = await pinWork({ ...given.data, ...stage, pinned: intent === 'pin' })
      return outcome.ok ? redirect(`${here}#pins`) : data({ refusal: t(`pinRefusal.${outcome.reason}`) }, 409)
    }
    case 'leave': {
      const outcome = await dropOut({ ...stage, seatId: String(form.get('seat') ?? '') })
      if (outcome.ok) return redirect(`${here}?moved=${outcome.value.moved}&missing=${outcome.value.missing}`)
      return data({ refusal: t(`dropOutRefusal.${outcome.reason}`) }, 409)
    }
    default:
      return data({ refusal: t('judges.nothingAsked') }, 400)
  }
}

export default function Assignment() {
  const { slug, stage, refusal, perWork, works, isAssigned, undeclared, judges, pins, pinCount, plan, seed, requestKey, done, left } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const to = useLocalPath()
  const over = stage.state === 'closed' || stage.state === 'published'
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('assign.title', { stage: stage.name })}</h1>
          <p>
            {perWork === null
              ? t('assign.everyone', { works, judges: judges.length })
              : t('assign.lead', { works, judges: judges.length, perWork })}
          </p>
        </div>
        <div className="end">
          <a href={to(`/console/${slug}/stages/${stage.id}/judges`)}>{t('assign.toJudges')}</a>
        </div>
      </header>
      {done && (
        <p className="notice notice--done" role="status">
          <span>{t('assign.done', done)}</span>
        </p>
      )}
      {left && (
        <p className="notice notice--done" role="status">
          <span>{t('assign.left', left)}</span>
        </p>
      )}
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {perWork === null && (
        <p className="quiet small">
          {t('assign.sizing')} <a href={to(`/console/${slug}/setup`)}>{t('nav.setup')}</a>
        </p>
      )}
      {perWork !== null && refusal && <p className="notice">{t(`assignRefusal.${refusal}`)}</p>}
      {plan && (
        <>
          <h2>
            {plan.added + plan.taken === 0 ? t('assign.asItIs') : t('assign.preview')} <small>{plan.pairs}</small>
          </h2>
          {undeclared > 0 && stage.state === 'upcoming' && <p className="quiet small">{t('assign.undeclared', { count: undeclared })}</p>}
          <AssignedLoads judges={judges} mayLeave={stage.state === 'open' && isAssigned} />
          <p className="quiet small">{t('assign.meetings', { mean: plan.meetings.mean, sd: plan.meetings.sd })}</p>
          <UnmetDemands unmet={plan.unmet} count={plan.unmetCount} />
          {stage.state === 'upcoming' && (
            <form className="deed">
              <TextField
                name="seed"
                label={t('assign.seed')}
                help={t('assign.seedHelp')}
                type="number"
                min={0}
                max={999999}
                defaultValue={String(seed)}
              />
              <button className="button">{t('assign.again')}</button>
            </form>
          )}
          {plan.added + plan.taken > 0 || !isAssigned ? (
            <form method="post" className="deed">
              <RequestKey value={requestKey} />
              <input type="hidden" name="seed" value={seed} />
              <input type="hidden" name="digest" value={plan.digest} />
              <button className="button button--act" name="intent" value="assign">
                {t('assign.do')}
              </button>
              <p>{t('assign.what', { added: plan.added, taken: plan.taken })}</p>
            </form>
          ) : null}
        </>
      )}
      {perWork !== null && (
        <PinnedWorks pins={pins} count={pinCount} judges={judges.filter((judge) => !judge.droppedOut && !judge.locked)} over={over} />
      )}
    </>
  )
}
