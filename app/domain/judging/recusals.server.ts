import type { Tx } from '~/db.server'
import { canonicalNames } from '~/domain/entries/names/canonical-names.server'
import { record } from '~/domain/ledger/record.server'
import type { RecusalOrigin } from '~/generated/prisma/enums'
import { type Conflict, type JudgeIdentity, type WorkPeople, detectConflicts } from './conflicts'
import { Declaration } from './declaration'
import { worksInStage } from './works-in-stage.server'

type Panel = { eventId: string; stageId: string; seatId?: string }

/**
 * Finds the works that judges of a stage have to stand aside for, from who is named on them and from what each judge
 * declared, and writes those that were not known. The only place in judging that reads who made a work; nothing of
 * it leaves here. One judge with `seatId`, else all that have declared; what is signed stays as it is. Answers how many recusals are new.
 */
export async function refreshRecusals(tx: Tx, { eventId, stageId, seatId }: Panel): Promise<number> {
  const seats = await tx.judgeSeat.findMany({
    where: {
      eventId,
      stageId,
      removedAt: null,
      lockedAt: null,
      scoring: true,
      ...(seatId ? { id: seatId } : { declaredAt: { not: null } }),
    },
    select: {
      id: true,
      name: true,
      affiliation: true,
      declaration: true,
      personId: true,
      person: {
        select: {
          name: true,
          nameLatin: true,
          contacts: { where: { kind: 'email' }, select: { value: true } },
        },
      },
    },
  })
  if (seats.length === 0) return 0
  // one school in many spellings is one school
  const nameOf = await canonicalNames(eventId, tx)
  const works = (await peopleOfWorks(tx, eventId, stageId)).map((work) => ({
    ...work,
    people: work.people.map((person) => ({ ...person, organisation: nameOf(person.organisation) })),
  }))
  const own = seats.map((seat): JudgeIdentity => ({
    id: seat.id,
    personId: seat.personId,
    names: [seat.name, seat.person?.name, seat.person?.nameLatin].filter((name) => name != null),
    organisations: [nameOf(seat.affiliation)],
    emails: seat.person?.contacts.map(({ value }) => value) ?? [],
  }))
  const declared = seats.map(({ id, declaration }): JudgeIdentity => {
    const { schools, companies, people } = Declaration.catch({
      schools: [],
      companies: [],
      people: [],
    }).parse(declaration)
    return { id, personId: null, names: people, organisations: [...schools, ...companies].map(nameOf), emails: [] }
  })
  const found = [...toRows(detectConflicts(own, works), 'detected'), ...toRows(detectConflicts(declared, works), 'declared')]
  if (found.length === 0) return 0
  const before = await tx.recusal.findMany({
    where: { eventId, stageId, seatId: { in: seats.map(({ id }) => id) } },
    select: { seatId: true, entryId: true },
  })
  const lifts = await tx.recusalLift.findMany({
    where: { eventId, stageId, seatId: { in: seats.map(({ id }) => id) } },
    select: { seatId: true, entryId: true, origin: true },
  })
  // what makes a total that the hall knows stays: the chair decides on it
  const revealed = await tx.liveTurn.findMany({ where: { eventId, stageId, revealedAt: { not: null } }, select: { entryId: true } })
  const fixed = new Set(revealed.map(({ entryId }) => entryId))
  // what two people have lifted is not found again
  const lifted = new Set(lifts.map((row) => `${row.seatId} ${row.entryId} ${row.origin}`))
  const known = new Set(before.map((row) => `${row.seatId} ${row.entryId}`))
  const fresh = found.filter(({ seatId: seat, entryId, origin, reason }) => {
    if (fixed.has(entryId)) return false
    const key = `${seat} ${entryId}`
    const hasAPart = reason.split(' ').some((word) => word === 'author' || word === 'instructor')
    return (hasAPart || !lifted.has(`${key} ${origin}`)) && !known.has(key) && known.add(key)
  })
  await tx.recusal.createMany({
    data: fresh.map((row) => ({ eventId, stageId, ...row })),
    skipDuplicates: true,
  })
  await record(
    tx,
    eventId,
    fresh.map(({ seatId: seat, entryId, origin, reason }) => ({
      action: 'recusal.made' as const,
      body: { stage: stageId, seat, entry: entryId, origin, reason },
    })),
  )
  return fresh.length
}

const toRows = (conflicts: Conflict[], origin: RecusalOrigin) =>
  conflicts.map(({ judge, entry, reasons }) => ({
    seatId: judge,
    entryId: entry,
    origin,
    reason: reasons.join(' '),
  }))

async function peopleOfWorks(tx: Tx, eventId: string, stageId: string): Promise<WorkPeople[]> {
  const entries = await tx.entry.findMany({
    where: await worksInStage(tx, eventId, stageId),
    select: {
      id: true,
      ownerId: true,
      origin: true,
      authors: {
        select: { role: true, personId: true, name: true, nameLatin: true, organisation: true, email: true },
      },
    },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ id, ownerId, origin, authors }) => ({
    id,
    people: [
      ...authors.map(({ role, personId, name, nameLatin, organisation, email }) => ({
        role,
        personId,
        organisation,
        names: [name, nameLatin].filter((text) => text !== null),
        emails: email ? [email] : [],
      })),
      // whose entry it is has a part in it, named on it or not: an entrant as an author, whoever brings many as who taught them
      ...(ownerId
        ? [
            {
              role: origin === 'collective' ? ('instructor' as const) : ('author' as const),
              personId: ownerId,
              names: [],
              organisation: '',
              emails: [],
            },
          ]
        : []),
    ],
  }))
}
