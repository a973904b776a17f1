import type { Reader, Tx } from '~/db.server'

/** The companies a person acts for, and what these applied for: the firm's own data stay with the firm. */
export async function personalData(reader: Reader, personId: string) {
  const memberships = await reader.companyMember.findMany({
    where: { personId },
    orderBy: { createdAt: 'asc' },
    select: {
      createdAt: true,
      company: { select: { nameZh: true, nameEn: true, exhibitors: { select: { eventId: true, createdAt: true } } } },
    },
  })
  return memberships.map(({ createdAt, company }) => ({ ...company, since: createdAt }))
}

/** Parts the person from the companies; their stands stay theirs. */
export async function forget(tx: Tx, personId: string): Promise<void> {
  await tx.companyMember.deleteMany({ where: { personId } })
}
