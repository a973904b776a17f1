import type { Reader, Tx } from '~/db.server'

/** What this noun holds about a person, for their own copy. */
export async function personalData(tx: Reader, personId: string) {
  const { contacts, sessions, organisationRoles, eventRoles, invitations, savedFilters, totp, ...person } =
    await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: {
        id: true,
        name: true,
        nameLatin: true,
        locale: true,
        country: true,
        createdAt: true,
        contacts: { select: { kind: true, value: true, verifiedAt: true, createdAt: true } },
        sessions: {
          select: { device: true, createdAt: true, seenAt: true, expiresAt: true, revokedAt: true },
        },
        organisationRoles: { select: { organisationId: true, role: true, grantedAt: true } },
        eventRoles: { select: { eventId: true, role: true, grantedAt: true } },
        invitations: {
          select: {
            eventId: true,
            role: true,
            name: true,
            contactValue: true,
            createdAt: true,
            acceptedAt: true,
          },
        },
        savedFilters: { select: { eventId: true, page: true, name: true, query: true, createdAt: true } },
        totp: { select: { confirmedAt: true } },
      },
    })
  return {
    person,
    contacts,
    sessions,
    organisationRoles,
    eventRoles,
    invitations,
    savedFilters,
    secondFactorSince: totp?.confirmedAt ?? null,
  }
}

/** Why a person cannot be erased yet, as far as this noun knows: organisations that would be left without an owner. */
export async function erasureHindrances(tx: Reader, personId: string): Promise<{ nameZh: string; nameEn: string }[]> {
  return tx.organisation.findMany({
    where: {
      staff: { some: { personId, role: 'owner' }, none: { personId: { not: personId }, role: 'owner' } },
    },
    select: { nameZh: true, nameEn: true },
  })
}

/** Takes the person out of this noun; the row stays, nameless, for what refers to it. */
export async function forget(tx: Tx, personId: string, now: Date): Promise<void> {
  const contacts = await tx.contact.findMany({ where: { personId }, select: { kind: true, value: true } })
  for (const { kind, value } of contacts) {
    await tx.signInCode.deleteMany({ where: { kind, value } })
    await tx.invitation.updateMany({
      where: { contactKind: kind, contactValue: value },
      data: { contactValue: null, name: '—', revokedAt: now },
    })
  }
  await tx.invitation.updateMany({
    where: { acceptedById: personId },
    data: { contactValue: null, name: '—' },
  })
  await tx.contact.deleteMany({ where: { personId } })
  await tx.session.deleteMany({ where: { personId } })
  await tx.savedFilter.deleteMany({ where: { personId } })
  await tx.totp.deleteMany({ where: { personId } })
  await tx.organisationRole.deleteMany({ where: { personId } })
  await tx.eventRole.deleteMany({ where: { personId } })
  await tx.request.deleteMany({ where: { actor: personId } })
  await tx.person.update({
    where: { id: personId },
    data: {
      name: '已注销',
      nameLatin: null,
      pinyin: '',
      country: 'CN',
      locale: 'zh-CN',
      erasedAt: now,
      version: { increment: 1 },
    },
  })
}
