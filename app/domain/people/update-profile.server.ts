import { db } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { pinyinName } from './pinyin-name'
import type { ProfileForm } from './person-form'

/** Saves name, Latin name and language. Refuses when the account was saved elsewhere since `version` was read. */
export async function updateProfile({
  personId,
  version,
  profile,
}: {
  personId: string
  version: number
  profile: ProfileForm
}): Promise<Outcome<'stale'>> {
  const saved = await db.person.updateMany({
    where: { id: personId, version, erasedAt: null },
    data: { ...profile, pinyin: pinyinName(profile.name), version: { increment: 1 } },
  })
  return saved.count === 1 ? done() : refuse('stale')
}
