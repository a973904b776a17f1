import type { Tx } from './db.server'
import type { MessageBatch } from './domain/entries/messages/message-batch'

/** Every job and what it carries. Handlers live in app/jobs/<name>.server.ts and expect to run more than once. */
export interface Jobs {
  'send-notice': { noticeId: string }
  'process-file': { eventId: string; fileId: string }
  'find-duplicates': { eventId: string; entryId: string }
  'seal-ledger': { eventId: string }
  'settle-entry': { eventId: string; entryId: string }
  'sweep-files': Record<string, never>
  'tell-event-change': { eventId: string; version: number }
  'message-entrants': MessageBatch
  'tell-results': { eventId: string; stageId: string }
  'tell-talent-export': { eventId: string; exportId: string }
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
    select row(${name}, job ->> 'payload', null, now(), ${options.maxAttempts ?? 12}::int, job ->> 'key', null, null)::graphile_worker.job_spec
    from json_array_elements(${JSON.stringify(jobs)}::json) as job))`
}
