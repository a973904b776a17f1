import { db } from '~/db.server'
import type { Rulebook } from '~/domain/judging/rulebook'
import { rulebookHash } from '~/domain/judging/rulebook-hash.server'
import { newId } from '~/domain/new-id.server'
import { makeEvent, makePerson } from './factories'

export const CRITERIA = ['design', 'craft', 'colour', 'market']

/** Four criteria from 1 to 10 in half marks, like a preliminary round of knitwear. */
export const benchRulebook: Rulebook = {
  rulebook: 1,
  criteria: CRITERIA.map((id) => ({ id, weight: 2.5, min: 1, max: 10, step: 0.5, name: { zh: id, en: id } })),
  drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
  rounding: { total: 2 },
}

export interface BenchContest {
  eventId: string
  stageId: string
  codes: string[]
  entryIds: Map<string, string>
  judges: { seatId: string; personId: string }[]
}

/** An open stage with its works and a panel that has declared, written straight into the tables. */
export async function makeContest({
  works,
  judges,
  rulebook,
}: {
  works: number
  judges: number
  rulebook: Rulebook
}): Promise<BenchContest> {
  const { id: eventId } = await makeEvent()
  const author = await makePerson()
  const stageId = 'preliminary'
  const now = new Date()
  await db.contestGroup.create({
    data: { eventId, id: 'academic', position: 0, nameZh: '院校组', nameEn: 'Academic' },
  })
  await db.stage.create({
    data: {
      eventId,
      id: stageId,
      position: 0,
      type: 'score',
      nameZh: '初评',
      nameEn: 'Preliminary',
      state: 'open',
      frozenAt: now,
      rulebook: JSON.parse(JSON.stringify(rulebook)),
      rulebookHash: rulebookHash(rulebook),
      criteria: { create: rulebook.criteria.map(({ id }, position) => ({ id, position })) },
    },
  })
  const entries = Array.from({ length: works }, (_, n) => ({
    eventId,
    id: newId(),
    groupId: 'academic',
    number: `B-${n + 1}`,
    code: `K-${String(n + 1).padStart(4, '0')}`,
    title: `第${n + 1}件`,
    state: 'accepted' as const,
    ownerId: author.id,
    startedById: author.id,
  }))
  await db.entry.createMany({ data: entries })
  const panel = []
  for (let n = 0; n < judges; n += 1) {
    const person = await makePerson({ name: `评委${n + 1}` })
    const seatId = newId()
    await db.judgeSeat.create({
      data: {
        eventId,
        stageId,
        id: seatId,
        personId: person.id,
        name: person.name,
        label: String(n + 1),
        acceptedAt: now,
        declaredAt: now,
      },
    })
    panel.push({ seatId, personId: person.id })
  }
  return {
    eventId,
    stageId,
    codes: entries.map(({ code }) => code),
    entryIds: new Map(entries.map(({ code, id }) => [code, id])),
    judges: panel,
  }
}
