import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptSeat } from '~/domain/judging/accept-seat.server'
import { Declaration, namesIn } from '~/domain/judging/declaration'
import { declareConflicts } from '~/domain/judging/declare-conflicts.server'
import { declineSeat } from '~/domain/judging/decline-seat.server'
import { takeBackRecusal } from '~/domain/judging/recusals/take-back-recusal.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import judgeCss from '~/ui/styles/judge.css?url'
import { requireSeat } from './desk-request.server'
import { lobbyView } from './lobby-view.server'
import {
  AcceptSection,
  DeclareSection,
  FieldSection,
  RecusedSection,
  RulesSection,
  SheetSection,
  StartSection,
  Steps,
} from './lobby-sections'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: judgeCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await requireSeat(request, params)
  return lobbyView(seat, langOf(request))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(langOf(request), 'judge')
  const { slug: eventId = '', stage: stageId = '' } = params
  const form = await readForm(request)
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = { schools: text('schools'), companies: text('companies'), people: text('people') }
  const here = localPath(langOf(request), `/judge/${eventId}/${stageId}`)
  const refused = (reason: keyof ReturnType<typeof refusals>, status: number) => data({ typed, error: refusals(t)[reason] }, status)
  if (form.get('intent') === 'accept') {
    const outcome = await acceptSeat({ eventId, stageId, personId: actor.personId, now: new Date() })
    return outcome.ok ? redirect(here) : refused(outcome.reason, outcome.reason === 'not-on-panel' ? 404 : 409)
  }
  if (form.get('intent') === 'decline') {
    const outcome = await declineSeat({ eventId, stageId, personId: actor.personId, reason: text('reason').slice(0, 500), now: new Date() })
    if (outcome.ok) return redirect(localPath(langOf(request), '/judge'))
    return refused(outcome.reason === 'already-accepted' ? 'already-accepted' : 'not-on-panel', 409)
  }
  if (form.get('intent') === 'take-back') {
    const { seat } = await requireSeat(request, params)
    const outcome = await takeBackRecusal({
      eventId,
      stageId,
      seatId: seat.id,
      personId: actor.personId,
      code: text('code'),
      now: new Date(),
    })
    return outcome.ok
      ? redirect(here)
      : data({ typed, error: translator(langOf(request), 'jury')(`recused.refusal.${outcome.reason}`) }, 409)
  }
  const declaration = Declaration.safeParse({
    schools: namesIn(typed.schools),
    companies: namesIn(typed.companies),
    people: namesIn(typed.people),
  })
  const empty = Object.values(typed).every((value) => namesIn(value).length === 0)
  if (!declaration.success || (empty && form.get('none') !== 'on')) return refused('empty', 400)
  const outcome = await declareConflicts({ eventId, stageId, personId: actor.personId, declaration: declaration.data, now: new Date() })
  return outcome.ok ? redirect(`${here}#start`) : refused(outcome.reason, 409)
}

const refusals = (t: ReturnType<typeof translator<'judge'>>) => ({
  empty: t('lobby.declareEmpty'),
  'not-on-panel': t('lobby.refused.not-on-panel'),
  'has-entered': t('lobby.refused.has-entered'),
  'not-accepted': t('lobby.refused.not-accepted'),
  'already-accepted': t('lobby.refused.already-accepted'),
  'sheet-locked': t('lobby.refused.sheet-locked'),
  'stage-over': t('lobby.refused.stage-over'),
})

export default function Lobby() {
  const t = useT('judge')
  const jury = useT('jury')
  const live = useT('live')
  const to = useLocalPath()
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { accepted, declared, sheet } = view.done
  return (
    <main className="page lobby" id="content">
      <p className="lobby-back">
        <a href={to('/judge')}>← {t('lobby.back')}</a>
      </p>
      <header>
        <p className="quiet">{view.event}</p>
        <h1>{view.page.title}</h1>
        <dl className="lobby-facts">
          {view.when && (
            <div>
              <dt>{t('lobby.when')}</dt>
              <dd>{view.when}</dd>
            </div>
          )}
          <div>
            <dt>{t('lobby.seat')}</dt>
            <dd>{view.seat}</dd>
          </div>
        </dl>
      </header>
      <Steps now={view.step} voting={view.voting} over={view.state === 'closed' || view.state === 'published'} />
      {reply && 'error' in reply && (
        <p className="notice" role="alert">
          {reply.error}
        </p>
      )}
      {!accepted && <AcceptSection view={view} />}
      {sheet && <SheetSection sheet={sheet} />}
      {view.field && <FieldSection path={view.path} />}
      {accepted && declared && !sheet && (view.scoring || !view.field) && <StartSection view={view} />}
      {view.chairs && (
        <p>
          <a className="button" href={to(`${view.path}/chair`)}>
            {live('chair.link')}
          </a>
        </p>
      )}
      {accepted && (
        <p className="lobby-deliberation">
          <a href={to(`${view.path}/deliberation`)}>{jury('motion.nav')}</a>
        </p>
      )}
      <RulesSection view={view} />
      {view.recused.length > 0 && <RecusedSection codes={view.recused} />}
      {accepted && view.scoring && !sheet && <DeclareSection view={view} typed={reply && 'typed' in reply ? reply.typed : null} />}
    </main>
  )
}
