import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseContact, showContact } from '~/domain/people/contact'
import { inviteToEvent } from '~/domain/people/invite-to-event.server'
import { invitationsOf, staffOf } from '~/domain/people/queries.server'
import { removeOrganisationRole } from '~/domain/people/remove-organisation-role.server'
import { removeStaff } from '~/domain/people/remove-staff.server'
import { resetSecondFactor } from '~/domain/people/reset-second-factor.server'
import { revokeInvitation } from '~/domain/people/revoke-invitation.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDate } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { StaffInvitations, StaffInvite, type InviteField } from '~/ui/console/staff-invitations'
import { StaffTable } from '~/ui/console/staff-table'
import { pageMeta } from '~/ui/page-meta'
import talentCss from '~/ui/styles/console-talent.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: talentCss }]

const Invite = z.object({
  name: z.string().trim().min(1).max(60),
  contact: z.string().transform((typed, context) => {
    const contact = parseContact(typed)
    if (contact) return contact
    context.addIssue({ code: 'custom' })
    return z.NEVER
  }),
  role: z.enum(['organiser', 'clerk', 'finance']),
  locale: z.enum(['zh-CN', 'en']).catch('zh-CN'),
  note: z.string().trim().max(300).optional(),
})

const Removal = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('organisation'), person: z.string(), role: z.enum(['owner', 'organiser', 'clerk']) }),
  z.object({ scope: z.literal('event'), person: z.string(), role: z.enum(['organiser', 'clerk', 'finance']) }),
])

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'staff.manage')
  const lang = langOf(request)
  const [frame, { staff }, invitations] = await Promise.all([eventFrame(slug), staffOf(slug), invitationsOf(slug)])
  const on = (date: Date) => formatDate(date, lang, frame.timezone, true)
  const now = new Date()
  return {
    page: { title: `${translator(lang, 'console')('nav.staff')} · ${say(frame.name, lang)}` },
    staff: staff.map(({ since, ...row }) => ({ ...row, since: on(since), you: row.personId === personId })),
    open: invitations.flatMap(({ id, name, role, contactKind, contactValue, expiresAt, acceptedAt, revokedAt }) =>
      role === 'judge' || acceptedAt || revokedAt
        ? []
        : [
            {
              id,
              name,
              role,
              contact: contactKind && contactValue ? showContact({ kind: contactKind, value: contactValue }) : '',
              until: on(expiresAt),
              expired: expiresAt <= now,
            },
          ],
    ),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'staff.manage')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  const here = localPath(lang, `/console/${slug}/staff`)
  const form = Object.fromEntries(await readForm(request))
  const none = { refusal: null, values: null, wrong: {} as Partial<Record<InviteField, string>>, sent: null }
  const refused = (refusal: string, status = 409) => data({ ...none, refusal }, status)
  switch (form.intent) {
    case 'invite': {
      const given = Invite.safeParse(form)
      const values = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : '']))
      if (!given.success) {
        const fields = new Set(given.error.issues.map(({ path }) => path[0]))
        const wrong = Object.fromEntries(
          (['name', 'contact', 'role'] as const).filter((name) => fields.has(name)).map((name) => [name, t(`staff.wrong.${name}`)]),
        )
        return data({ ...none, values, wrong }, 400)
      }
      const outcome = await inviteToEvent({ ...given.data, eventId: slug, byId: personId, now: new Date() })
      if (!outcome.ok) return data({ ...none, values, refusal: t(`staff.refusal.${outcome.reason}`) }, 409)
      return data({ ...none, sent: { name: given.data.name, url: outcome.value.url } })
    }
    case 'revoke': {
      const outcome = await revokeInvitation({
        eventId: slug,
        invitationId: String(form.invitation),
        of: 'staff',
        byId: personId,
        now: new Date(),
      })
      return outcome.ok ? redirect(here) : refused(t(`staff.refusal.${outcome.reason}`), outcome.reason === 'not-found' ? 404 : 409)
    }
    case 'remove': {
      const given = Removal.safeParse(form)
      if (!given.success) return refused(t('staff.refusal.nothing'), 400)
      const { person } = given.data
      const outcome =
        given.data.scope === 'event'
          ? await removeStaff({ eventId: slug, personId: person, role: given.data.role, byId: personId })
          : await removeOrganisationRole({
              organisationId: (await eventFrame(slug)).organisationId,
              personId: person,
              role: given.data.role,
              byId: personId,
            })
      if (!outcome.ok) return refused(t(`staff.refusal.${outcome.reason}`))
      // whoever stepped down as owner has no place on this page any more
      return redirect(person === personId ? localPath(lang, '/console') : here)
    }
    case 'reset-factor': {
      const { organisationId } = await eventFrame(slug)
      const outcome = await resetSecondFactor({ organisationId, personId: String(form.person), byId: personId, now: new Date() })
      return outcome.ok ? redirect(here) : refused(t(`staff.resetRefusal.${outcome.reason}`), outcome.reason === 'not-found' ? 404 : 409)
    }
    default:
      return refused(t('staff.refusal.nothing'), 400)
  }
}

export default function Staff() {
  const { staff, open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('nav.staff')}</h1>
          <p>{t('staff.lead')}</p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {answer?.sent && (
        <div className="notice notice--done" role="status">
          <p>{t('staff.sent', { name: answer.sent.name })}</p>
          <code className="staff-link">{answer.sent.url}</code>
        </div>
      )}
      <StaffTable rows={staff} />
      <StaffInvitations open={open} />
      <StaffInvite values={answer?.values ?? null} wrong={answer?.wrong ?? {}} />
    </>
  )
}
