import { sha256Hex } from '~/domain/ledger/sha256.server'
import type { Lang } from '~/i18n/language'
import { presentState } from '../entry-row.server'
import type { EntryRow } from '../entry-row.server'
import { samePerson, statementsOf } from '../statements'
import type { Terms } from '../terms'
import { signedWork } from './signed-work.server'

/** What is read of a statement to know whether it still holds. */
export const signatureParts = {
  kind: true,
  locale: true,
  textHash: true,
  workSha256: true,
  authorId: true,
  signature: true,
  signedAt: true,
  way: true,
} as const

export interface SignatureRow {
  kind: 'originality' | 'rights'
  locale: string
  textHash: string
  workSha256: string
  authorId: string | null
  signature: string
  signedAt: Date
  way: 'account' | 'sent_link' | 'handed_link'
}

/** Where an author stands: signed for the work as it is now; signed for what it was; not signed. */
export interface AuthorSignature {
  state: 'signed' | 'outdated' | 'none'
  at: Date | null
  way: SignatureRow['way'] | null
}

/** Who has signed a work as it stands, by author: both texts as they read now, under the name on the work. */
export function signaturesOf(terms: Terms, entry: EntryRow, statements: readonly SignatureRow[]): Map<string, AuthorSignature> {
  const work = signedWork(presentState(entry).snapshot)
  const texts = new Map((['zh-CN', 'en'] as const).map((lang) => [lang, statementsOf(terms, lang)] as const))
  const authors = entry.authors.filter(({ role }) => role === 'author')
  return new Map(
    authors.map((author) => {
      const own = statements.filter(({ authorId }) => authorId === author.id)
      const [last] = [...own].sort((a, b) => b.signedAt.getTime() - a.signedAt.getTime())
      const holds = (kind: SignatureRow['kind']) =>
        own.some(
          (one) =>
            one.kind === kind &&
            one.workSha256 === work &&
            sha256Hex(texts.get(one.locale as Lang)?.[kind] ?? '') === one.textHash &&
            samePerson(one.signature, author),
        )
      const state = holds('originality') && holds('rights') ? 'signed' : last ? 'outdated' : 'none'
      return [author.id, { state, at: last?.signedAt ?? null, way: last?.way ?? null }] as const
    }),
  )
}

/** True when every author of a work has signed it as it stands. */
export const isSigned = (signatures: ReadonlyMap<string, AuthorSignature>): boolean =>
  signatures.size > 0 && [...signatures.values()].every(({ state }) => state === 'signed')
