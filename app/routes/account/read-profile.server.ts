import { maskContact, showContact } from '~/domain/people/contact'
import { account } from '~/domain/people/queries.server'
import { consentsOf, disclosuresOf } from '~/domain/privacy/queries.server'
import { formatDate, formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import type { Actor } from '~/session.server'
import { readDevice } from '~/ui/account/device'
import { readFlow } from './sign-in-flow.server'

const ZONE = 'Asia/Shanghai'

/** What the account page shows, ready to be shown. */
export async function readProfile(request: Request, actor: Actor) {
  const lang = langOf(request)
  const t = translator(lang, 'account')
  const [own, consents, disclosures, flow] = await Promise.all([
    account(actor.personId, new Date()),
    consentsOf(actor.personId),
    disclosuresOf(actor.personId),
    readFlow(request),
  ])
  const named = (row: { nameZh: string; nameEn: string } | null) => (row ? say({ zh: row.nameZh, en: row.nameEn }, lang) : '—')
  return {
    page: { title: t('profile.page') },
    about: {
      name: own.name,
      nameLatin: own.nameLatin,
      locale: own.locale,
      version: own.version,
      since: formatDate(own.createdAt, lang, ZONE, true),
    },
    contacts: own.contacts.map(({ id, kind, value }) => ({ id, kind, shown: showContact({ kind, value }) })),
    adding: flow?.addTo === actor.personId ? maskContact(flow.contact) : null,
    secondFactor: { set: Boolean(own.totp?.confirmedAt), wanted: actor.audiences.includes('console') },
    sessions: own.sessions.map((session) => {
      const device = readDevice(session.device)
      return {
        id: session.id,
        here: session.id === actor.sessionId,
        desk: session.deskEventId !== null,
        device: device ? t('security.on', device) : t('security.unknown'),
        seen: formatDateTime(session.seenAt, lang, ZONE),
      }
    }),
    consents: consents.map((consent) => ({
      id: consent.id,
      kind: consent.kind,
      text: consent.text,
      event: named(consent.event),
      given: t('consents.given', {
        organisation: named(consent.organisation),
        date: formatDate(consent.grantedAt, lang, ZONE, true),
      }),
      withdrawn: consent.withdrawnAt && t('consents.withdrawn', { date: formatDate(consent.withdrawnAt, lang, ZONE, true) }),
    })),
    disclosures: disclosures.map(({ id, receiver, purpose, fields, createdAt, event }) => ({
      id,
      receiver,
      purpose,
      fields,
      event: named(event),
      when: formatDateTime(createdAt, lang, event.timezone),
    })),
    done: new URL(request.url).searchParams.get('done'),
    count: Number(new URL(request.url).searchParams.get('count')) || 0,
  }
}
