import { db } from '~/db.server'
import { parseContact } from '~/domain/people/contact'
import { grantOwnership } from '~/domain/people/grant-ownership.server'
import { onDatabase } from '../database/on-database'
import type { Printed } from '../events/printed'

/** Makes a person an owner of an organisation, with an account for them when there is none. */
export async function addOwner(organisation: string, typed: string, name: string | null): Promise<Printed> {
  const contact = parseContact(typed)
  if (!contact) return { ok: false, lines: [`${typed}: neither an e-mail address nor a mobile number`] }
  return onDatabase<Printed>(async () => {
    const granted = await grantOwnership({
      organisation,
      contact,
      name: name?.trim() || null,
      locale: 'zh-CN',
      now: new Date(),
    })
    if (granted.ok) {
      const { name, already } = granted.value
      return {
        ok: true,
        lines: [`${organisation}  owner  ${name}  ${contact.value}${already ? '  was one already' : ''}`],
      }
    }
    if (granted.reason === 'name-needed')
      return {
        ok: false,
        lines: [`${contact.value}: nobody has signed in with it yet; give the name too, such as add-owner ${organisation} ${typed} 顾以宁`],
      }
    const known = await db.organisation.findMany({
      orderBy: { slug: 'asc' },
      take: 50,
      select: { slug: true },
    })
    return {
      ok: false,
      lines: [
        `${organisation}: there is no such organisation; ${known.length > 0 ? `there is ${known.map(({ slug }) => slug).join(', ')}` : 'apply an event file first, its owner: names one'}`,
      ],
    }
  })
}

/** Who works for the organisations, or for one: organisation, role, name. */
export const listStaff = (organisation: string | undefined): Promise<Printed> =>
  onDatabase<Printed>(async () => {
    const organisations = await db.organisation.findMany({
      where: organisation === undefined ? {} : { slug: organisation },
      orderBy: { slug: 'asc' },
      take: 500,
      select: {
        slug: true,
        nameZh: true,
        staff: {
          orderBy: [{ role: 'asc' }, { grantedAt: 'asc' }],
          select: { role: true, person: { select: { name: true } } },
        },
      },
    })
    if (organisations.length === 0 && organisation !== undefined)
      return { ok: false, lines: [`${organisation}: there is no such organisation`] }
    return {
      ok: true,
      lines: organisations.flatMap(({ slug, nameZh, staff }) =>
        staff.length === 0 ? [`${slug}  nobody yet  ${nameZh}`] : staff.map(({ role, person }) => `${slug}  ${role}  ${person.name}`),
      ),
    }
  })
