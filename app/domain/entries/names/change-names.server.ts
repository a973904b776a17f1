import { z } from 'zod'
import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { enqueue } from '~/queue.server'
import { transactOnce } from '~/request-once.server'
import { spellingOf } from './suggest-names'

const Name = z.string().transform(spellingOf).pipe(z.string().min(1).max(200))

/** merge: these spellings are one, called so. split: this spelling stands for itself again. undo: a change is taken back. */
export const NamesForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('merge'), spellings: z.array(Name).min(1).max(100), canonical: Name }),
  z.object({ intent: z.literal('split'), spelling: Name }),
  z.object({ intent: z.literal('undo'), change: z.string().max(40) }),
])
type NamesForm = z.output<typeof NamesForm>

interface ChangeNames {
  eventId: string
  personId: string
  requestKey: string
  asked: NamesForm
  now: Date
}

type Names = Record<string, string | null>

/** Confirms, parts or restores names of schools and companies for all events of a house. Counts follow at once, conflicts of panels that are judging by a job. */
export function changeNames({ eventId, personId, requestKey, asked, now }: ChangeNames): Promise<Outcome<'not-found' | 'changed-since'>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['change-names', eventId, asked] },
    async (tx): Promise<Outcome<'not-found' | 'changed-since'>> => {
      const { organisationId } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
      await tx.$queryRaw`select 1 from "Organisation" where "id" = ${organisationId} for update`
      const standing = new Map(
        (await tx.nameAlias.findMany({ where: { organisationId } })).map(({ spelling, canonical }) => [spelling, canonical]),
      )
      const write = async (after: Names) => {
        await writeNames(tx, organisationId, after)
        // a judge may turn out to come from the school of a work
        await enqueue(tx, 'recheck-conflicts', { organisationId }, { key: `recheck-conflicts:${organisationId}` })
      }
      if (asked.intent === 'undo') {
        const change = await tx.nameChange.findUnique({ where: { organisationId_id: { organisationId, id: asked.change } } })
        if (!change || change.undoneAt) return refuse('not-found')
        // a later change of the same name comes first
        if (Object.entries(change.after as Names).some(([name, canonical]) => (standing.get(name) ?? null) !== canonical))
          return refuse('changed-since')
        await write(change.before as Names)
        await tx.nameChange.update({ where: { organisationId_id: { organisationId, id: change.id } }, data: { undoneAt: now } })
        await record(tx, eventId, [{ action: 'names.changed', body: { change: change.id, undone: true, by: personId } }])
        return done()
      }
      const after: Names = {}
      if (asked.intent === 'split') after[asked.spelling] = null
      else {
        for (const name of asked.spellings) after[name] = name === asked.canonical ? null : asked.canonical
        // what was called by one of these names goes along
        for (const [name, canonical] of standing)
          if (asked.spellings.includes(canonical)) after[name] = name === asked.canonical ? null : asked.canonical
      }
      const before = Object.fromEntries(Object.keys(after).map((name) => [name, standing.get(name) ?? null]))
      const id = newId()
      await write(after)
      await tx.nameChange.create({ data: { organisationId, id, before, after, byId: personId, createdAt: now } })
      await record(tx, eventId, [{ action: 'names.changed', body: { change: id, names: Object.keys(after).length, by: personId } }])
      return done()
    },
  )
}

async function writeNames(tx: Tx, organisationId: string, names: Names): Promise<void> {
  await tx.nameAlias.deleteMany({ where: { organisationId, spelling: { in: Object.keys(names) } } })
  await tx.nameAlias.createMany({
    data: Object.entries(names).flatMap(([spelling, canonical]) => (canonical === null ? [] : [{ organisationId, spelling, canonical }])),
  })
}
