import type { Tx } from '~/db.server'
import { entryNumber } from '~/domain/entries/entry-number'
import { type Snapshot, snapshotText } from '~/domain/entries/snapshot'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import type { Prisma } from '~/generated/prisma/client'
import type { ForwardingRule } from './forwarding-rule.server'

interface Receive {
  eventId: string
  entryId: string
  /** of the entry in the parent */
  id: string
  /** where statements are carried; else the work waits for its makers as a draft */
  code: string | null
  rule: ForwardingRule
  byId: string
  now: Date
}

export interface Received {
  /** the entry of the sub-contest */
  from: string
  id: string
  title: string
  ownerId: string | null
  authors: { personId: string | null; email: string | null; mobile: string | null }[]
}

/**
 * Makes a work an entry of the parent: answers and files the parent asks for too, its makers, and what they signed. Files
 * stay where they are stored; the rows are the parent’s own. Null where the parent has no such group.
 */
export async function receiveWork(tx: Tx, { eventId, entryId, id, code, rule, byId, now }: Receive): Promise<Received | null> {
  const work = await tx.entry.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: entryId } },
    include: {
      authors: { orderBy: { position: 'asc' } },
      statements: true,
      files: { where: { state: 'ready', slot: { in: rule.parent.slots } }, orderBy: [{ slot: 'asc' }, { position: 'asc' }] },
    },
  })
  const groupId = rule.groups[work.groupId] ?? work.groupId
  if (!rule.parent.groups.includes(groupId)) return null
  const trackId = work.trackId !== null && rule.parent.tracks.includes(work.trackId) ? work.trackId : null
  const given = work.fields as Record<string, string | string[]>
  const fields = Object.fromEntries(rule.parent.fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])))
  const parent = { eventId: rule.parent.id, entryId: id }
  const carried = code !== null
  await tx.entry.create({
    data: {
      eventId: rule.parent.id,
      id,
      groupId,
      trackId,
      title: work.title,
      fields,
      origin: work.origin,
      ownerId: work.ownerId,
      startedById: work.ownerId ?? byId,
      createdAt: now,
      ...(carried
        ? { state: 'accepted' as const, code, number: await nextNumber(tx, rule.parent), submittedVersion: 1, submittedAt: now }
        : { state: 'draft' as const }),
    },
  })
  await tx.entryAuthor.createMany({ data: work.authors.map((author) => ({ ...author, ...parent })) })
  const files = work.files.map((file) => ({ ...file, eventId: rule.parent.id, entryId: id, id: newId() }))
  await tx.entryFile.createMany({ data: files })
  if (carried) {
    const snapshot: Snapshot = {
      groupId,
      trackId,
      title: work.title,
      fields,
      authors: work.authors
        .filter(({ role }) => role === 'author')
        .map(({ id, name, nameLatin, organisation, independent, country }) => ({
          id,
          name,
          nameLatin: nameLatin ?? '',
          organisation,
          independent,
          country,
        })),
      instructors: work.authors
        .filter(({ role }) => role === 'instructor')
        .map(({ id, name, organisation }) => ({ id, name, organisation })),
      files: files.map(({ id, slot, position, originalName, bytes, sha256 }) => ({
        id,
        slot,
        position,
        name: originalName,
        bytes: Number(bytes),
        sha256,
      })),
    }
    await tx.entryVersion.create({
      data: {
        ...parent,
        version: 1,
        snapshot: snapshot as unknown as Prisma.InputJsonValue,
        sha256: sha256Hex(snapshotText(snapshot)),
        submittedAt: now,
        submittedById: byId,
      },
    })
    // what they signed stays what it was, for the work they signed it for
    await tx.statement.createMany({ data: work.statements.map((statement) => ({ ...statement, ...parent, id: newId() })) })
    await tx.entryCheck.create({ data: { ...parent, id: newId(), version: 1, decision: 'accept', reasons: [], byId, createdAt: now } })
  }
  return { from: entryId, id, title: work.title, ownerId: work.ownerId, authors: work.authors.filter(({ role }) => role === 'author') }
}

async function nextNumber(tx: Tx, { id, edition }: { id: string; edition: string }): Promise<string> {
  const { entryCounter } = await tx.event.update({
    where: { id },
    data: { entryCounter: { increment: 1 } },
    select: { entryCounter: true },
  })
  return entryNumber(edition, entryCounter)
}
