import type { Reader } from '~/db.server'
import { Prisma } from '~/generated/prisma/client'
import type { Change, Part } from '~/domain/events/change'
import { NAMED_ROWS } from '~/domain/events/impact'
import type { Obstacle, ObstacleReason } from '~/domain/events/impact'
import { fileFault } from './file-fault'
import type { FileFault } from './file-fault'
import type { FileRule } from './section'

type Question = {
  reader: Reader
  eventId: string
  changes: readonly Change[]
  fileRules: readonly FileRule[]
}
type EntryRow = { id: string; number: string | null; title: string }

/** Entries and files that stand in the way of changes to an event. `fileRules` are the rules as they would become. */
export async function entriesImpact({ reader, eventId, changes, fileRules }: Question): Promise<Obstacle[]> {
  const found: Obstacle[] = []
  for (const change of changes) {
    if (change.type === 'removed' || change.type === 'rekeyed') {
      found.push(...(await partObstacle(reader, eventId, change.part, change.id, change.path)))
    }
    if (change.type === 'deadline-moved' && change.earlier && change.to) {
      const late = await reader.entry.findMany({
        where: { eventId, submittedAt: { gt: new Date(change.to) } },
        select: { id: true, number: true, title: true },
        orderBy: { submittedAt: 'asc' },
      })
      found.push(...obstacle('deadline-before-submissions', change.path, change.to, late))
    }
    if (change.type === 'file-rule-changed' && change.shrinks) {
      const rule = fileRules.find(({ id }) => id === change.id)
      if (rule) found.push(...(await fileObstacles(reader, eventId, change.path, rule)))
    }
  }
  return found
}

async function partObstacle(reader: Reader, eventId: string, part: Part, id: string, path: string): Promise<Obstacle[]> {
  const where = whereUsed(part, id)
  if (where) {
    const rows = await reader.entry.findMany({
      where: { eventId, ...where.condition },
      select: { id: true, number: true, title: true },
      orderBy: { id: 'asc' },
    })
    return obstacle(where.reason, path, id, rows)
  }
  if (part !== 'field') return []
  const rows = await reader.$queryRaw<EntryRow[]>(
    Prisma.sql`select "id", "number", "title" from "Entry" where "eventId" = ${eventId} and coalesce("fields"->>${id}, '') <> '' order by "id"`,
  )
  return obstacle('field-in-use', path, id, rows)
}

function whereUsed(part: Part, id: string): { condition: Prisma.EntryWhereInput; reason: ObstacleReason } | null {
  switch (part) {
    case 'group':
      return { condition: { groupId: id }, reason: 'group-in-use' }
    case 'track':
      return { condition: { trackId: id }, reason: 'track-in-use' }
    case 'file':
      return {
        condition: { files: { some: { slot: id, state: { in: ['processing', 'ready'] } } } },
        reason: 'file-in-use',
      }
    case 'section':
      return id === 'contest' || id === 'registration' ? { condition: {}, reason: 'contest-in-use' } : null
    default:
      return null
  }
}

const reasons: Record<FileFault, ObstacleReason> = {
  type: 'files-of-other-type',
  bytes: 'files-too-big',
  pixels: 'files-too-small',
}

async function fileObstacles(reader: Reader, eventId: string, path: string, rule: FileRule): Promise<Obstacle[]> {
  const entries = await reader.entry.findMany({
    where: { eventId, state: { not: 'withdrawn' }, ...(rule.groups && { groupId: { in: rule.groups } }) },
    select: {
      id: true,
      number: true,
      title: true,
      submittedAt: true,
      files: {
        where: { slot: rule.id, state: 'ready' },
        select: { mime: true, bytes: true, width: true, height: true },
      },
    },
    orderBy: { id: 'asc' },
  })
  const faults = (Object.keys(reasons) as FileFault[]).flatMap((fault) =>
    obstacle(
      reasons[fault],
      path,
      rule.id,
      entries.filter(({ files }) => files.some((file) => fileFault(rule, file).includes(fault))),
    ),
  )
  const tooMany = entries.filter(({ files }) => files.length > rule.count.max)
  const missing = rule.optional ? [] : entries.filter(({ files, submittedAt }) => submittedAt && files.length < rule.count.min)
  return [...faults, ...obstacle('files-too-many', path, rule.id, tooMany), ...obstacle('files-missing', path, rule.id, missing)]
}

function obstacle(reason: ObstacleReason, path: string, id: string, rows: readonly EntryRow[]): Obstacle[] {
  if (rows.length === 0) return []
  const names = rows.slice(0, NAMED_ROWS).map(({ number, title, id: entryId }) => number ?? (title || entryId))
  return [{ path, reason, id, rows: names, count: rows.length }]
}
