import type { Localized } from '~/i18n/language'

/** What happened to an entry, as far as its authors are told. */
interface EntryFacts {
  /** title of the work */
  title: string
  /** 报名号 */
  number: string
  /** page without language: the entry's for whoever entered it, /my/…, the event's for co-authors, /e/… */
  path: string
}

/**
 * Every message this house sends, with what it says. Paths are without language and made absolute when the
 * message is written; instants are shown in the event's zone.
 */
export type Notice =
  | { template: 'code'; code: string; minutes: number; purpose: 'sign-in' | 'add-contact' }
  | {
      template: 'invitation'
      name: string
      role: 'judge' | 'organiser' | 'clerk' | 'finance'
      path: string
      expiresAt: Date
      note?: string
    }
  | { template: 'tablet-invitation'; name: string; path: string; pin: string; expiresAt: Date }
  | ({
      template: 'entry-receipt'
      version: number
      submittedAt: Date
      files: { name: string; sha256: string }[]
    } & EntryFacts)
  /** the way of an author to a work that others sent in for them */
  | {
      template: 'signing-request'
      title: string
      sender: string
      path: string
      until: Date
    }
  | ({ template: 'entry-returned'; reasons: string[]; note: string; until: Date | null } & EntryFacts)
  | ({ template: 'entry-accepted' } & EntryFacts)
  | ({ template: 'entry-rejected'; reasons: string[]; note: string } & EntryFacts)
  | ({ template: 'entry-withdrawn'; withdrawnAt: Date } & EntryFacts)
  | {
      template: 'stage-reminder'
      stage: Localized
      marked: number
      total: number
      closesAt: Date | null
      path: string
    }
  | ({ template: 'result-finalist'; stage: Localized; next: Localized } & EntryFacts)
  | ({ template: 'result-alternate'; stage: Localized; position: number | null } & EntryFacts)
  /** an award or a place in the last stage that decides: the result, with nothing to go on to */
  | ({ template: 'result-final'; stage: Localized; rank: number | null; awards: Localized[] } & EntryFacts)
  | ({ template: 'result-none'; stage: Localized; final: boolean } & EntryFacts)
  | {
      template: 'postponed'
      reason: Localized
      changes: { name: Localized; before: string | Localized; after: string | Localized }[]
      path: string
    }
  | { template: 'cancelled'; reason: Localized; path: string }
  | {
      template: 'talent-exported'
      organisation: Localized
      receiver: string
      purpose: string
      fields: Localized[]
      exportedAt: Date
    }
  /** to the member of staff who had papers of many works made */
  | { template: 'papers-ready'; kind: 'receipts' | 'labels' | 'certificates'; papers: number; leftOut: number; path: string; until: Date }
  | { template: 'second-factor-reset'; at: Date }
  | { template: 'message'; subject: string; body: string; path?: string }

export type NoticeTemplate = Notice['template']

/** Templates whose text holds something that signs a person in; it is blanked once it has been delivered. */
export const HOLDS_SECRET: readonly NoticeTemplate[] = ['code', 'invitation', 'tablet-invitation', 'signing-request']

/** Worth a text message besides the mail: something is lost if it is read a day late. */
const URGENT: readonly NoticeTemplate[] = [
  'entry-returned',
  'signing-request',
  'result-finalist',
  'result-final',
  'postponed',
  'cancelled',
  'stage-reminder',
]

export interface Address {
  kind: 'mobile' | 'email'
  value: string
}

/** To which of a person's contacts a message goes: mail where there is one, a text message else or when it is urgent. */
export function addressesFor(template: NoticeTemplate, contacts: readonly Address[]): Address[] {
  const mail = contacts.find(({ kind }) => kind === 'email')
  const mobile = contacts.find(({ kind }) => kind === 'mobile')
  if (!mail) return mobile ? [mobile] : []
  return mobile && URGENT.includes(template) ? [mail, mobile] : [mail]
}

/** The text of a delivered message without the code, PIN or link that signed a person in. */
export const withoutSecrets = (text: string): string =>
  text.replace(/(?<!\d)\d{6}(?!\d)/g, '••••••').replace(/\/(invitation|tablet|sign)\/[\w-]+/g, '/$1/…')
