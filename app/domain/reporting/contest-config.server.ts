import { db } from '~/db.server'
import type { Entry, FileRule, Field, Group } from '~/domain/entries/section'
import type { Stage } from '~/domain/judging/section'

/** What the config in force says about a contest, as far as staff pages need it. */
export interface ContestConfig {
  groups: Group[]
  fields: Field[]
  files: FileRule[]
  checks: ('eligibility' | 'form' | 'names-on-work')[]
  stages: Stage[]
  courier: boolean
}

interface Stored {
  registration?: { courier?: boolean }
  contest?: { groups: Group[]; entry: Entry; stages: Stage[] }
}

/** The contest part of an event’s config, or null for an event without a contest. */
export async function contestConfig(eventId: string): Promise<ContestConfig | null> {
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  // stored only after it was parsed
  const { contest, registration } = config as unknown as Stored
  if (!contest) return null
  const check = contest.stages.find((stage) => stage.type === 'check')
  return {
    groups: contest.groups,
    fields: contest.entry.fields,
    files: contest.entry.files,
    checks: check?.type === 'check' ? check.checks : ['eligibility', 'form', 'names-on-work'],
    stages: contest.stages,
    courier: registration?.courier ?? false,
  }
}
