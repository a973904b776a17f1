import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'

/** Rows to test with, each call a new one. Give what matters to the test, the rest is plausible. */
export async function makeOrganisation(given: { id?: string } = {}) {
  const id = given.id ?? newId()
  return db.organisation.upsert({
    where: { id },
    update: {},
    create: { id, slug: id, nameZh: '示例针织协会', nameEn: 'Example Knitting Association' },
  })
}

export async function makePerson(given: { name?: string; email?: string; mobile?: string } = {}) {
  const id = newId()
  const contacts = [
    ...(given.email ? [{ id: newId(), kind: 'email' as const, value: given.email, verifiedAt: new Date() }] : []),
    ...(given.mobile ? [{ id: newId(), kind: 'mobile' as const, value: given.mobile, verifiedAt: new Date() }] : []),
  ]
  return db.person.create({ data: { id, name: given.name ?? '林知夏', contacts: { create: contacts } } })
}

export async function makeEvent(given: { config?: object; organisationId?: string; timezone?: string; status?: 'draft' | 'open' } = {}) {
  const organisation = await makeOrganisation(given.organisationId ? { id: given.organisationId } : {})
  const series = `cup-${newId(6)}`
  await db.series.create({ data: { slug: series, organisationId: organisation.id, nameZh: '示例杯', nameEn: 'Example Cup' } })
  return db.event.create({
    data: {
      id: `${series}-2026`,
      seriesSlug: series,
      edition: '2026',
      kind: 'design-contest',
      organisationId: organisation.id,
      status: given.status ?? 'open',
      nameZh: '“示例杯”针织设计大赛',
      nameEn: '“Example Cup” Knitwear Contest',
      timezone: given.timezone ?? 'Asia/Shanghai',
      config: given.config ?? {},
      configHash: 'none',
    },
  })
}
