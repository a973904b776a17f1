import { db } from '~/db.server'
import { Expo } from '~/domain/booths/section'
import { syncFloor } from '~/domain/booths/sync-floor.server'
import { newId } from '~/domain/new-id.server'
import { makeEvent, makePerson } from './factories'

/** Two rows of six with an aisle between them: A101 … A106 and A301 … A306, open to the aisle alone. */
export const TWO_ROWS = 'AAAAAA\n......\nAAAAAA'

export const expoConfig = (given: object = {}) =>
  Expo.parse({
    dates: 'fair',
    zones: [{ id: 'yarn', name: { zh: '纱线', en: 'Yarn' } }],
    halls: [{ id: 'h1', name: { zh: '示例馆', en: 'Sample hall' }, grid: 3, plan: TWO_ROWS, letters: { A: 'yarn' } }],
    prices: [{ id: 'base', for: 'standard', CNY: 9800, USD: 2800, per: '9m2' }],
    holds: { click: '20m', reservation: '5d' },
    ...given,
  })

/** An open fair with its floor; `plan` draws one hall of 3 m cells. */
export async function makeExpo(given: { plan?: string; holds?: object; organisationId?: string } = {}) {
  const expo = expoConfig({
    ...(given.plan && {
      halls: [{ id: 'h1', name: { zh: '示例馆', en: 'Sample hall' }, grid: 3, plan: given.plan, letters: { A: 'yarn' } }],
    }),
    ...(given.holds && { holds: given.holds }),
  })
  const event = await makeEvent({ config: { expo }, ...(given.organisationId && { organisationId: given.organisationId }) })
  await db.$transaction((tx) => syncFloor(tx, event.id, expo))
  return event
}

/** A company with one person, applied to an event. */
export async function makeExhibitor(eventId: string, given: { name?: string } = {}) {
  const person = await makePerson({ name: '沈织云' })
  const company = await db.company.create({
    data: {
      id: newId(),
      nameZh: given.name ?? '示例毛衫有限公司',
      nameEn: 'Example Knitwear Ltd',
      people: { create: { personId: person.id } },
    },
  })
  const { id } = await db.exhibitor.create({ data: { eventId, id: newId(), companyId: company.id, currency: 'CNY' } })
  return { eventId, exhibitorId: id, personId: person.id }
}

/** Many exhibitors in three statements, for a rush. */
export async function makeExhibitors(eventId: string, count: number) {
  const made = Array.from({ length: count }, () => ({ eventId, exhibitorId: newId(), personId: newId(), companyId: newId() }))
  await db.person.createMany({ data: made.map(({ personId }) => ({ id: personId, name: '沈织云' })) })
  await db.company.createMany({ data: made.map(({ companyId }) => ({ id: companyId, nameZh: '示例毛衫', nameEn: 'Example Knitwear' })) })
  await db.companyMember.createMany({ data: made.map(({ companyId, personId }) => ({ companyId, personId })) })
  await db.exhibitor.createMany({
    data: made.map(({ exhibitorId, companyId }) => ({ eventId, id: exhibitorId, companyId, currency: 'CNY' })),
  })
  return made.map(({ exhibitorId, personId }) => ({ eventId, exhibitorId, personId }))
}

/** Pairs of live claims that cover one spot of floor: the invariant is that there is none, in any event. */
export async function soldTwice(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    with live as materialized (
      select r.* from "ClaimRect" r join "BoothClaim" c on c."eventId" = r."eventId" and c."id" = r."claimId"
      where c."status" in ('HELD', 'RESERVED', 'CONFIRMED'))
    select count(*)::int as "count" from live a join live b
      on a."eventId" = b."eventId" and a."hallId" = b."hallId" and (a."claimId", a."place") < (b."claimId", b."place")
     and a."left" < b."right" and b."left" < a."right" and a."top" < b."bottom" and b."top" < a."bottom"`
  return row?.count ?? -1
}
