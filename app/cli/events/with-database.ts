import { db } from '~/db.server'
import { describeChange, describeObstacle, reached } from '~/domain/setup/describe-plan.server'
import type { EventConfig } from '~/domain/setup/event-config'
import { planEvent } from '~/domain/setup/plan-event.server'
import type { EventPlan } from '~/domain/setup/plan-event.server'
import { onDatabase } from '../database/on-database'
import type { Printed } from './printed'
import { applyFiles } from './apply-files'
import { problemLines, readEventFile } from './event-file'

/** Runs a command that needs the database, starting the embedded server when none runs and leaving it afterwards. */
export async function withDatabase(command: 'plan' | 'apply' | 'list', files: readonly string[]): Promise<Printed> {
  if (command !== 'list' && files.length === 0) return { ok: false, lines: [`usage: npm run --silent events -- ${command} FILE`] }
  return onDatabase(() => (command === 'list' ? list() : command === 'plan' ? plan(files) : applyFiles(files)))
}

async function plan(files: readonly string[]): Promise<Printed> {
  const lines: string[] = []
  const problems: string[] = []
  for (const file of files) {
    const read = await readEventFile(file)
    if ('problem' in read) problems.push(read.problem)
    else if (!read.parsed.ok) problems.push(...problemLines(read))
    else lines.push(...planLines(await planEvent(read.parsed.config), read.parsed.config))
  }
  return problems.length > 0 ? { ok: false, lines: problems } : { ok: true, lines }
}

function planLines({ slug, version, changes, obstacles, reach }: EventPlan, config: EventConfig): string[] {
  if (changes.length === 0 && obstacles.length === 0) return [`${slug}  version ${version}  nothing to change`]
  const to = `version ${(version ?? 0) + 1}`
  const known = `${reach.entrants} entrants (${reach.submitted} entries, ${reach.drafts} drafts), ${reach.judges} judges`
  return [
    `${slug}  ${version === null ? `new, ${to}` : `version ${version} → ${to}`}  ${known}`,
    ...changes.map((change) => {
      const touched = reached(change, reach)
      const people = touched > 0 ? `  [touches ${touched}]` : ''
      return `  ${change.severity.padEnd(6)}  ${describeChange(change, 'en', config.timezone)}${people}`
    }),
    ...obstacles.map((obstacle) => `  refused ${obstacle.path}: ${describeObstacle(obstacle, 'en')}`),
  ]
}

async function list(): Promise<Printed> {
  const events = await db.event.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, status: true, configVersion: true, nameZh: true, parentId: true },
  })
  const lines = events.map(({ id, kind, status, configVersion, nameZh, parentId }) =>
    [id, kind, status, `version ${configVersion}`, nameZh, ...(parentId ? [`in ${parentId}`] : [])].join('  '),
  )
  return { ok: true, lines }
}
