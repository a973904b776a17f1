import { isDuplicate, transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import type { ContactAddress } from './contact'
import { pinyinName } from './pinyin-name'

export interface RegisterPerson {
  /** proven by a code a moment ago */
  contact: ContactAddress
  name: string
  nameLatin: string | null
  locale: Lang
  now: Date
}

/** Makes the account of a person who signs in for the first time. Refuses a contact that somebody holds by now. */
export async function registerPerson({
  contact,
  name,
  nameLatin,
  locale,
  now,
}: RegisterPerson): Promise<Outcome<'taken', { personId: string }>> {
  const personId = newId()
  try {
    return await transact(async (tx) => {
      await tx.person.create({
        data: {
          id: personId,
          name,
          nameLatin,
          locale,
          pinyin: pinyinName(name),
          contacts: { create: { id: newId(), ...contact, verifiedAt: now } },
        },
      })
      return done({ personId })
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse('taken')
    throw error
  }
}
