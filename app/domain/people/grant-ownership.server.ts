import { transact } from '~/db.server'
import { recordOfOrganisation } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import type { ContactAddress } from './contact'
import { pinyinName } from './pinyin-name'

export interface GrantOwnership {
  /** its short name, as event files write it under `owner` */
  organisation: string
  contact: ContactAddress
  /** for an account that is made now; somebody known keeps their own name */
  name: string | null
  locale: Lang
  now: Date
}

/**
 * Makes somebody an owner of an organisation on the word of whoever runs the installation: its first one, or a new one
 * where the last has left. The contact counts as theirs, and signing in still needs a code sent to it. Repeating it
 * changes nothing.
 */
export function grantOwnership({
  organisation,
  contact,
  name,
  locale,
  now,
}: GrantOwnership): Promise<Outcome<'unknown-organisation' | 'name-needed', { name: string; already: boolean }>> {
  return transact(async (tx) => {
    const [found] = await tx.$queryRaw<{ id: string }[]>`select "id" from "Organisation" where "slug" = ${organisation} for update`
    if (!found) return refuse('unknown-organisation')
    const organisationId = found.id
    const held = await tx.contact.findFirst({
      where: { ...contact, verifiedAt: { not: null }, person: { erasedAt: null } },
      select: { person: { select: { id: true, name: true } } },
    })
    if (!held && !name) return refuse('name-needed')
    const person = held?.person ?? { id: newId(), name: name ?? '' }
    if (!held) {
      // somebody who typed it in and never proved it has no claim to it
      await tx.contact.deleteMany({ where: { ...contact, verifiedAt: null } })
      await tx.person.create({
        data: {
          ...person,
          locale,
          pinyin: pinyinName(person.name),
          contacts: { create: { id: newId(), ...contact, verifiedAt: now } },
        },
      })
    }
    const role = { organisationId, personId: person.id, role: 'owner' as const }
    const { count } = await tx.organisationRole.createMany({
      data: [{ ...role, grantedAt: now }],
      skipDuplicates: true,
    })
    if (count > 0)
      await recordOfOrganisation(tx, organisationId, [{ action: 'role.granted', body: { person: person.id, role: 'owner', by: null } }])
    return done({ name: person.name, already: count === 0 })
  })
}
