import type { Tx } from './db.server'
import type { BatchJob } from './domain/entries/collective/batch-row.server'
import type { MessageBatch } from './domain/entries/messages/message-batch'
import type { ChainOwner } from './domain/ledger/chain'
import type { Lang } from './i18n/language'

/** Every job and what it carries. Handlers live in app/jobs/<name>.server.ts and expect to run more than once. */
export interface Jobs {
  /** a sign-in code: somebody waits for it */
  'send-code': { noticeId: string }
  'send-notice': { noticeId: string }
  'process-file': { eventId: string; fileId: string }
  'find-duplicates': { eventId: string; entryId: string }
  'seal-ledger': ChainOwner
  'settle-entry': { eventId: string; entryId: string }
  'send-receipt': { eventId: string; entryId: string; version: number; lang: Lang }
  'read-batch-zip': BatchJob
  'make-drafts': BatchJob & { askedAt: string }
  'hand-in-batch': BatchJob & { askedAt: string; lang: Lang }
  'recheck-conflicts': { organisationId: string }
  'sweep-files': Record<string, never>
  'sweep-accounts': Record<string, never>
  'tell-event-change': { eventId: string; version: number }
  'message-entrants': MessageBatch
  'tell-results': { eventId: string; stageId: string; version: number }
  'tell-talent-export': { eventId: string; exportId: string }
  'make-papers': { eventId: string; orderId: string }
}

interface Turn {
  /** whose turn it is among those that wait; the lower number goes first */
  priority: number
  /** at most so many at once, where one takes long: the worker's other hands stay free for what is quick */
  lanes?: number
}

/** Codes and sealing never wait behind pictures, PDFs and mass mail of a deadline night. */
export const TURNS: Record<keyof Jobs, Turn> = {
  'send-code': { priority: -30 },
  'seal-ledger': { priority: -20 },
  'settle-entry': { priority: -10 },
  'recheck-conflicts': { priority: -10 },
  'send-notice': { priority: 0 },
  'send-receipt': { priority: 5 },
  'tell-event-change': { priority: 10 },
  'tell-results': { priority: 10 },
  'tell-talent-export': { priority: 10 },
  'message-entrants': { priority: 10 },
  'process-file': { priority: 20, lanes: 2 },
  'make-papers': { priority: 25, lanes: 1 },
  'read-batch-zip': { priority: 15, lanes: 1 },
  'make-drafts': { priority: 15, lanes: 1 },
  'hand-in-batch': { priority: 5 },
  'find-duplicates': { priority: 30, lanes: 1 },
  'sweep-files': { priority: 40, lanes: 1 },
  'sweep-accounts': { priority: 40, lanes: 1 },
}

/** Jobs at once: what may fill the lanes of long work leaves one hand for the rest. */
export const CONCURRENCY = 5

/** The lane of a job by its key: any number that spreads keys evenly will do. */
function laneOf(name: keyof Jobs, key: string): string | null {
  const { lanes } = TURNS[name]
  if (!lanes) return null
  let sum = 0
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return `${name}-${sum % lanes}`
}

/**
 * Enqueues a job in the transaction, so that it exists exactly when the rows do. The key makes a second
 * enqueueing of the same work replace the first.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  options: { key: string; delaySeconds?: number; maxAttempts?: number; keepRunAt?: boolean },
): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json,
    run_at := now() + make_interval(secs => ${options.delaySeconds ?? 0}), max_attempts := ${options.maxAttempts ?? 12},
    queue_name := ${laneOf(name, options.key)}, priority := ${TURNS[name].priority}::int,
    job_key := ${options.key}, job_key_mode := ${options.keepRunAt ? 'preserve_run_at' : 'replace'})`
}

/** The same for many jobs of one name, in one statement. */
export async function enqueueMany<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  jobs: readonly { payload: Jobs[Name]; key: string }[],
  options: { maxAttempts?: number } = {},
): Promise<void> {
  if (jobs.length === 0) return
  await tx.$executeRaw`select graphile_worker.add_jobs(array(
    select row(${name}, job ->> 'payload', job ->> 'lane', now(), ${options.maxAttempts ?? 12}::int, job ->> 'key', ${TURNS[name].priority}::int, null)::graphile_worker.job_spec
    from json_array_elements(${JSON.stringify(jobs.map((job) => ({ ...job, lane: laneOf(name, job.key) })))}::json) as job))`
}
