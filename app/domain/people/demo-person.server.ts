import { db } from '~/db.server'
import { isDemo } from '~/env.server'

/** A person of the demo, by id; null for a real one, and always outside a demo. */
export async function demoPerson(personId: string): Promise<{ personId: string } | null> {
  if (!isDemo()) return null
  const person = await db.person.findFirst({
    where: { id: personId, isDemo: true, erasedAt: null },
    select: { id: true },
  })
  return person && { personId: person.id }
}
