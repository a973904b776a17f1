import { db } from '~/db.server'
import type { Change } from '~/domain/events/change'
import { applyEvent } from '~/domain/setup/apply-event.server'
import type { ApplyOutcome } from '~/domain/setup/apply-event.server'
import { describeObstacle } from '~/domain/setup/describe-plan.server'
import { slugOf } from '~/domain/setup/event-config'
import type { EventConfig } from '~/domain/setup/event-config'
import { problemLine } from '~/domain/setup/problem'
import type { Printed } from './printed'
import { problemLines, readEventFile } from './event-file'

type Options = {
  /** leave events alone whose file was in force before */
  onlyNew?: boolean
  /** apply what can be applied, also beside files that cannot */
  keepGoing?: boolean
}

/**
 * Applies files, each in its own transaction; parents before children, whatever order they come in. Unless told to
 * keep going, a file that cannot be read keeps all of them from being applied, and a refusal those after it.
 */
export async function applyFiles(files: readonly string[], { onlyNew, keepGoing }: Options = {}): Promise<Printed> {
  const read = await Promise.all(files.map(readEventFile))
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : one.parsed.ok ? [] : problemLines(one)))
  if (problems.length > 0 && !keepGoing) return { ok: false, lines: problems }
  const ready = read.flatMap((one) => ('parsed' in one && one.parsed.ok ? [{ ...one, parsed: one.parsed }] : []))
  const lines: string[] = []
  const owners = new Set<string>()
  for (const { file, fileName, source, parsed } of parentsFirst(ready)) {
    const outcome = await applyEvent({ source, fileName, actorId: null, now: new Date(), onlyNew })
    if (!outcome.ok) {
      problems.push(...refusalLines(file, outcome, parsed.locate))
      if (keepGoing) continue
      break
    }
    const { slug, version, changes } = outcome.value
    lines.push(`${slug}  version ${version}  ${doneTo(changes)}`)
    owners.add(parsed.config.owner.id)
  }
  return problems.length > 0 ? { ok: false, lines: problems } : { ok: true, lines, notes: await withoutOwner([...owners]) }
}

/** Says of organisations that nobody leads how somebody comes to lead them: an event without staff is run by nobody. */
async function withoutOwner(slugs: readonly string[]): Promise<string[]> {
  const alone = await db.organisation.findMany({
    where: { slug: { in: [...slugs] }, staff: { none: { role: 'owner' } } },
    orderBy: { slug: 'asc' },
    take: 50,
    select: { slug: true },
  })
  return alone.map(
    ({ slug }) => `note: ${slug} has no owner yet, so nobody can run its events; npm run staff -- add-owner ${slug} CONTACT NAME names one`,
  )
}

function parentsFirst<Ready extends { parsed: { config: EventConfig } }>(files: readonly Ready[]): Ready[] {
  const bySlug = new Map(files.map((file) => [slugOf(file.parsed.config), file.parsed.config]))
  const depth = ({ parent }: EventConfig, limit = files.length): number => {
    const above = parent && limit > 0 ? bySlug.get(parent) : undefined
    return above ? 1 + depth(above, limit - 1) : 0
  }
  return [...files].sort((a, b) => depth(a.parsed.config) - depth(b.parsed.config))
}

function doneTo(changes: readonly Change[]): string {
  if (changes.length === 0) return 'nothing to change'
  if (changes[0]?.type === 'created') return 'created'
  return changes.length === 1 ? '1 change' : `${changes.length} changes`
}

type Locate = (path: readonly PropertyKey[]) => { line: number; col: number }

function refusalLines(file: string, outcome: Exclude<ApplyOutcome, { ok: true }>, locate: Locate): string[] {
  switch (outcome.reason) {
    case 'invalid':
      return outcome.problems.map((problem) => problemLine(file, problem))
    case 'obstacles':
      return outcome.obstacles.map((obstacle) =>
        problemLine(file, {
          ...locate(obstacle.path.split('.')),
          message: `${obstacle.path}: ${describeObstacle(obstacle, 'en')}`,
        }),
      )
    default:
      return [`${file}:1:1: somebody else changed this event just now; try again`]
  }
}
