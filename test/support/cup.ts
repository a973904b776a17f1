import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { applyEvent } from '~/domain/setup/apply-event.server'
import { makePerson } from './factories'

export const folder = join(process.cwd(), 'seeds/events')
export const now = new Date('2026-11-20T04:00:00Z')
const puyuan = readFileSync(join(folder, 'puyuan-cup-2026.yaml'), 'utf8')

/** The Puyuan Cup as a series of its own, so that every test has an event nobody else touches. */
export function cup() {
  const series = `cup-${newId(6)}`
  const source = puyuan.replace('series: puyuan-cup', `series: ${series}`)
  return { slug: `${series}-2026`, source }
}

export const apply = (source: string, more: Partial<Parameters<typeof applyEvent>[0]> = {}) =>
  applyEvent({ source, actorId: null, now, ...more })

export async function applied(source: string) {
  const outcome = await apply(source)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** An entry of the event, with what a test needs of it. */
export async function makeEntry(eventId: string, given: { groupId?: string; number?: string; submittedAt?: Date; fields?: object } = {}) {
  const person = await makePerson()
  return db.entry.create({
    data: {
      eventId,
      id: newId(),
      groupId: given.groupId ?? 'academic',
      number: given.number,
      title: '潮汐',
      fields: given.fields ?? {},
      state: given.submittedAt ? 'submitted' : 'draft',
      submittedAt: given.submittedAt,
      ownerId: person.id,
      startedById: person.id,
      authors: {
        create: [{ id: newId(), role: 'author', position: 0, name: person.name, personId: person.id }],
      },
    },
  })
}
