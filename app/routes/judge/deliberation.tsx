import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { motionsForJudge } from '~/domain/judging/deliberation/motions-for-judge.server'
import { nominateWork } from '~/domain/judging/deliberation/nominate-work.server'
import { withdrawNomination } from '~/domain/judging/deliberation/withdraw-nomination.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { actOnMotion } from '~/routes/console/motion-act.server'
import { motionView } from '~/routes/console/motion-view.server'
import { JudgeMotion, NominateSection } from '~/ui/judge-motion'
import { pageMeta } from '~/ui/page-meta'
import judgeCss from '~/ui/styles/judge.css?url'
import { requireSeat } from './desk-request.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: judgeCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await requireSeat(request, params)
  const lang = langOf(request)
  const found = await motionsForJudge(seat)
  return {
    page: { title: translator(lang, 'jury')('motion.title', { stage: say(seat.stage.name, lang) }) },
    event: say(seat.event.name, lang),
    path: `/judge/${seat.eventId}/${seat.stageId}`,
    motions: found.motions.map((motion) => {
      const own = motion.voices.find(({ seatId }) => seatId === seat.id)
      return { ...motionView(motion, found.all, seat.event.timezone, lang), own: own ? { choice: own.choice, reason: own.reason } : null }
    }),
    open: found.open,
    scoring: seat.scoring,
    chair: found.chair ? [{ id: seat.id, label: seat.label, name: seat.name }] : null,
    awards: found.mayNominate ? found.awards.map(({ id, name }) => ({ id, name: say(name, lang) })) : [],
    nominated: found.nominated.map(({ awardId, code, title }) => ({
      awardId,
      code,
      title,
      award: say(found.all.find(({ id }) => id === awardId)?.name ?? { zh: awardId, en: awardId }, lang),
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, seat } = await requireSeat(request, params)
  const lang = langOf(request)
  const form = await readForm(request)
  const { eventId, stageId } = seat
  const here = `${localPath(lang, `/judge/${eventId}/${stageId}/deliberation`)}`
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 500)
  const intent = form.get('intent')
  const refused = (refusal: string) =>
    data({ refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
  if (intent === 'nominate' || intent === 'withdraw') {
    const about = { eventId, stageId, seatId: seat.id, personId: actor.personId, awardId: text('award'), code: text('code') }
    const outcome =
      intent === 'nominate' ? await nominateWork({ ...about, reason: text('reason'), now: new Date() }) : await withdrawNomination(about)
    return outcome.ok ? redirect(`${here}#nominate`) : refused(translator(lang, 'jury')(`nominations.refusal.${outcome.reason}`))
  }
  // a judge speaks and concludes for the own seat alone, whatever the form says
  const own = new FormData()
  for (const [name, value] of form) own.append(name, value)
  own.set('seat', seat.id)
  own.set('chair', seat.id)
  if (intent !== 'voice' && !(intent === 'conclude' && seat.isChair)) return refused(translator(lang, 'jury')('motion.refusal.no-kind'))
  const refusal = await actOnMotion({ eventId, stageId, byId: actor.personId, form: own, lang })
  return refusal === null ? redirect(`${here}#motion-${text('motion')}`) : refused(refusal)
}

export default function JudgeDeliberation() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('jury')
  const judge = useT('judge')
  const to = useLocalPath()
  return (
    <main className="page lobby" id="content">
      <p className="lobby-back">
        <a href={to(view.path)}>← {judge('lobby.back')}</a>
      </p>
      <header>
        <p className="quiet">{view.event}</p>
        <h1>{view.page.title}</h1>
      </header>
      <p>{t('motion.lead')}</p>
      {reply?.refusal && (
        <p className="notice" role="alert">
          {reply.refusal}
        </p>
      )}
      {view.motions.length === 0 && <p className="empty">{t('motion.empty')}</p>}
      {view.motions.map((motion) => (
        <JudgeMotion
          key={motion.id}
          motion={motion}
          open={view.open}
          scoring={view.scoring}
          chair={view.chair}
          typed={reply?.typed.motion === motion.id ? reply.typed : null}
        />
      ))}
      {view.awards.length > 0 && (
        <NominateSection awards={view.awards} nominated={view.nominated} typed={reply?.typed.intent === 'nominate' ? reply.typed : null} />
      )}
    </main>
  )
}
