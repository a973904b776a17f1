import { db } from '~/db.server'
import { pinyinName } from '~/domain/people/pinyin-name'
import { chance, hash } from '~/ui/cloth/chance'
import { demoId } from './demo-id.server'
import { judgeAt } from './names'
import { cast } from './works'
import type { CastKey } from './works'

export const castId = (key: CastKey): string => demoId('cast', key)
export const organiserId = demoId('cast', 'organiser')
const assistantId = demoId('cast', 'assistant')
export const clerkId = demoId('cast', 'clerk')
export const judgeId = (index: number): string => demoId('cast', 'judge', index)

interface NewPerson {
  id: string
  name: string
  nameLatin: string
  locale: string
  country: string
  email: string
}

/** The people of the one-click page, in the order in which it shows them. Those who are there already stay. */
export async function writeCast(judges: number, now: Date): Promise<void> {
  const cn = { nameLatin: '', locale: 'zh-CN', country: 'CN' }
  const people: NewPerson[] = [
    { ...cn, id: organiserId, name: '顾以宁', email: 'organiser@office.example' },
    { ...cn, id: assistantId, name: '许秋白', email: 'assistant@office.example' },
    { ...cn, id: clerkId, name: '何佳禾', email: 'clerk@office.example' },
    ...Array.from({ length: judges }, (_, index) => {
      const { name, locale } = judgeAt(index, chance(hash(`judge/${index}`)))
      return { ...cn, id: judgeId(index), name, nameLatin: locale === 'en' ? name : '', locale, email: `judge${index + 1}@jury.example` }
    }),
    ...(Object.keys(cast) as CastKey[]).map((key) => ({ ...cast[key], id: castId(key), email: `${key}@mail.example` })),
  ]
  await writePeople(people.map((person, at) => ({ ...person, isDemo: true, createdAt: new Date(now.getTime() + at) })))
}

export async function writePeople(people: (NewPerson & { isDemo?: boolean; createdAt?: Date })[]): Promise<void> {
  await db.person.createMany({
    skipDuplicates: true,
    data: people.map(({ id, name, nameLatin, locale, country, isDemo = false, createdAt }) => ({
      id,
      name,
      nameLatin: nameLatin || null,
      locale,
      country,
      isDemo,
      pinyin: pinyinName(name),
      ...(createdAt ? { createdAt } : {}),
    })),
  })
  await db.contact.createMany({
    skipDuplicates: true,
    data: people.map(({ id, email }) => ({
      id: demoId('contact', id),
      personId: id,
      kind: 'email' as const,
      value: email,
      verifiedAt: new Date(),
    })),
  })
}

/**
 * The organiser owns every house of the demo, so that all events can be looked at; the clerk checks entries; the
 * assistant runs the example contests alone and finds no other event.
 */
export async function writeStaff(): Promise<void> {
  const houses = await db.organisation.findMany({ select: { id: true, slug: true } })
  await db.organisationRole.createMany({
    skipDuplicates: true,
    data: houses.flatMap(({ id, slug }) => [
      { organisationId: id, personId: organiserId, role: 'owner' as const },
      { organisationId: id, personId: clerkId, role: 'clerk' as const },
      ...(slug === 'example-knitting' ? [{ organisationId: id, personId: assistantId, role: 'organiser' as const }] : []),
    ]),
  })
}
