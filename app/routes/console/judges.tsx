import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openStage } from '~/domain/judging/open-stage.server'
import { addSeat, SeatForm } from '~/domain/judging/panel/add-seat.server'
import { changeSeat } from '~/domain/judging/panel/change-seat.server'
import { panelRecusals, panelSeats, panelStage, stageStart } from '~/domain/judging/panel/queries.server'
import { newId } from '~/domain/new-id.server'
import { parseContact } from '~/domain/people/contact'
import { inviteToEvent } from '~/domain/people/invite-to-event.server'
import { issueTabletInvitation } from '~/domain/people/issue-tablet-invitation.server'
import { may } from '~/domain/people/permissions'
import { revokeInvitation } from '~/domain/people/revoke-invitation.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { liftRecusal } from '~/domain/judging/recusals/lift-recusal.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { JudgeCard } from '~/ui/console/judge-card'
import { OpenStage } from '~/ui/console/open-stage'
import { PanelRecusals } from '~/ui/console/panel-recusals'
import { PanelSeats } from '~/ui/console/panel-seats'
import { SeatFields } from '~/ui/console/seat-fields'
import { pageMeta } from '~/ui/page-meta'

export const meta = pageMeta

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, slug, 'judges.manage')
  const lang = langOf(request)
  const stage = await panelStage(slug, stageId)
  if (!stage) throw notFound()
  const now = new Date()
  const [frame, seats, recusals, start] = await Promise.all([
    eventFrame(slug),
    panelSeats(slug, stageId),
    panelRecusals(slug, stageId),
    stageStart(slug, stageId, now),
  ])
  const t = translator(lang, 'console')
  const at = (date: Date | null) => date && formatDateTime(date, lang, frame.timezone)
  return {
    page: { title: `${say(stage.name, lang)} · ${t('nav.judges')} · ${say(frame.name, lang)}` },
    slug,
    stage: {
      id: stage.id,
      name: say(stage.name, lang),
      state: stage.state,
      frozenAt: at(stage.frozenAt),
      opensAt: at(stage.opensAt),
      rulebookHash: stage.rulebookHash,
    },
    start: {
      ...start,
      waitsFor: start.waitsFor && say(start.waitsFor, lang),
      call: start.call && { ...start.call, until: at(start.call.until) ?? '' },
    },
    mayRun: may(roles, 'stage.run'),
    requestKey: newId(),
    seats: seats.map(({ invitedAt, acceptedAt, declaredAt, lockedAt, removedAt, declinedAt, invitations, _count, personId, ...seat }) => {
      const open = invitations.filter((one) => !one.acceptedAt && !one.revokedAt && one.expiresAt > now)
      return {
        ...seat,
        marks: _count.marks,
        recusals: _count.recusals,
        hasAccount: personId !== null,
        removed: removedAt !== null,
        declinedAt: at(declinedAt),
        invitedAt: at(invitedAt),
        acceptedAt: at(acceptedAt),
        declaredAt: at(declaredAt),
        lockedAt: at(lockedAt),
        contact: invitations.find(({ contactValue }) => contactValue)?.contactValue ?? null,
        open: open.map(({ id, kind, expiresAt }) => ({ id, kind, expiresAt: at(expiresAt) })),
      }
    }),
    recusals,
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'judges.manage')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  const stage = await panelStage(slug, stageId)
  if (!stage) throw notFound()
  const here = localPath(lang, `/console/${slug}/stages/${stageId}/judges`)
  const form = await readForm(request)
  const seatId = String(form.get('seat') ?? '')
  const now = new Date()
  const none = { errors: null, values: null, card: null }
  switch (form.get('intent')) {
    case 'add': {
      const given = SeatForm.safeParse(Object.fromEntries(form))
      const values = {
        name: String(form.get('name') ?? ''),
        affiliation: String(form.get('affiliation') ?? ''),
        contact: String(form.get('contact') ?? ''),
        note: String(form.get('note') ?? ''),
        role: String(form.get('role') ?? ''),
        locale: String(form.get('locale') ?? ''),
      }
      if (!given.success) return data({ ...none, refusal: t('judges.nameMissing'), values }, 400)
      const outcome = await addSeat({ ...given.data, eventId: slug, stageId, personId, now })
      return outcome.ok
        ? redirect(`${here}#seat-${outcome.value.seatId}`)
        : data({ ...none, refusal: t(`seatRefusal.${outcome.reason}`), values }, 409)
    }
    case 'remove':
    case 'restore': {
      const outcome = await changeSeat({ eventId: slug, stageId, seatId, removed: form.get('intent') === 'remove', personId, now })
      return outcome.ok ? redirect(here) : data({ ...none, refusal: t(`seatRefusal.${outcome.reason}`) }, 409)
    }
    case 'revoke': {
      const outcome = await revokeInvitation({
        eventId: slug,
        invitationId: String(form.get('invitation') ?? ''),
        of: { panelOf: stageId },
        byId: personId,
        now,
      })
      return outcome.ok ? redirect(here) : data({ ...none, refusal: t(`seatRefusal.${outcome.reason}`) }, 409)
    }
    case 'invite': {
      const seat = (await panelSeats(slug, stageId)).find(({ id, removedAt, acceptedAt }) => id === seatId && !removedAt && !acceptedAt)
      if (!seat) return data({ ...none, refusal: t('seatRefusal.not-found') }, 404)
      const contact = parseContact(String(form.get('contact') ?? ''))
      if (!contact) return data({ ...none, refusal: t('seatRefusal.not-a-contact') }, 400)
      const outcome = await inviteToEvent({
        eventId: slug,
        role: 'judge',
        name: seat.name,
        contact,
        locale: form.get('locale') === 'en' ? 'en' : 'zh-CN',
        seat: { stageId, seatId },
        byId: personId,
        now,
      })
      return outcome.ok ? redirect(`${here}#seat-${seatId}`) : data({ ...none, refusal: t(`seatRefusal.${outcome.reason}`) }, 409)
    }
    case 'lift': {
      const text = (name: string) => String(form.get(name) ?? '')
      const outcome = await liftRecusal({
        eventId: slug,
        stageId,
        seatId,
        entryId: text('entry'),
        chairSeatId: text('chair'),
        reason: text('reason').slice(0, 500),
        byId: personId,
        now,
      })
      return outcome.ok
        ? redirect(`${here}#recusals-${seatId}`)
        : data({ ...none, refusal: translator(lang, 'jury')(`lift.refusal.${outcome.reason}`) }, 409)
    }
    case 'card': {
      const seat = (await panelSeats(slug, stageId)).find(({ id, removedAt }) => id === seatId && !removedAt)
      if (!seat) return data({ ...none, refusal: t('seatRefusal.not-found') }, 404)
      const frame = await eventFrame(slug)
      const issued = await issueTabletInvitation({ eventId: slug, stageId, seatId, name: seat.name, lang, byId: personId, now })
      if (!issued.ok) throw notFound()
      const { url, qr, pin, expiresAt } = issued.value
      return data({
        ...none,
        refusal: null,
        card: {
          url,
          qr,
          pin,
          name: seat.name,
          label: seat.label,
          event: say(frame.name, lang),
          stage: say(stage.name, lang),
          expiresAt: formatDateTime(expiresAt, lang, frame.timezone),
        },
      })
    }
    case 'open': {
      if (!may(roles, 'stage.run')) return data({ ...none, refusal: t('openRefusal.forbidden') }, 403)
      const outcome = await openStage({ eventId: slug, stageId, byId: personId, endsCall: form.get('endsCall') === 'yes', now })
      // pressed twice: what was asked for is done
      if (outcome.ok || outcome.reason === 'already-open') return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/progress`))
      return data({ ...none, refusal: t(`openRefusal.${outcome.reason}`) }, 409)
    }
    default:
      return data({ ...none, refusal: t('judges.nothingAsked') }, 400)
  }
}

export default function Judges() {
  const { slug, stage, start, seats, recusals, requestKey, mayRun } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const to = useLocalPath()
  if (answer?.card) return <JudgeCard card={answer.card} />
  const over = stage.state === 'closed' || stage.state === 'published'
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('judges.title', { stage: stage.name })}</h1>
          <p>{t('judges.lead')}</p>
        </div>
        <div className="end">
          <a href={to(`/console/${slug}/stages/${stage.id}/judges/assignment`)}>{t('assign.short')}</a>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      <PanelSeats seats={seats} over={over} stageOpen={stage.state === 'open'} />
      {!over && <SeatFields requestKey={requestKey} values={answer?.values ?? null} />}
      <PanelRecusals slug={slug} seats={seats} recusals={recusals} liftable={!over} />
      {mayRun && <OpenStage stage={stage} start={start} />}
    </>
  )
}
