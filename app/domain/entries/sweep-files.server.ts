import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'
import { sweepBatches } from './collective/sweep-batches.server'
import { incomingFolder } from './receive-upload.server'

const HOUR = 3_600_000

/** No upload takes longer: whatever is younger may still be wanted. */
const PATIENCE = 2 * HOUR

/** A file taken out of its slot can be asked for again for a day, by whoever helps the entrant. */
const KEPT_AFTER_REPLACING = 24 * HOUR

const BATCH = 500

export interface Swept {
  abandoned: number
  uploads: number
  replaced: number
  objects: number
  temporary: number
}

/**
 * Removes what nobody will ask for again and refuses what nobody works on any more: uploads that never ended, files that were replaced and belong to no
 * version that was handed in, stored objects without a row, temporary files. Answers how many of each.
 */
export async function sweepFiles(now = new Date()): Promise<Swept> {
  const old = new Date(now.getTime() - PATIENCE)
  const { count: uploads } = await db.entryFile.deleteMany({ where: { state: 'receiving', startedAt: { lt: old } } })
  const abandoned = await refuseAbandoned(old)
  return {
    uploads,
    abandoned,
    replaced: await sweepReplaced(now),
    objects: (await sweepObjects(old)) + (await sweepBatches(now, old)),
    temporary: await sweepIncoming(old),
  }
}

/**
 * Files that still wait for a job which has given up, or is gone: refused, with a sentence that asks for the file again,
 * so that neither their owner nor a judge waits for ever.
 */
function refuseAbandoned(old: Date): Promise<number> {
  return db.$executeRaw`
    update "EntryFile" f set "state" = 'refused', "refusal" = 'unfinished'
    where f."state" = 'processing' and f."startedAt" < ${old}
      and not exists (select 1 from graphile_worker.jobs j where j."key" = 'process-file:' || f."id" and j."attempts" < j."max_attempts")`
}

async function sweepReplaced(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_AFTER_REPLACING)
  return db.$executeRaw`
    delete from "EntryFile" f where f."state" = 'replaced' and f."receivedAt" < ${before}
      and not exists (select 1 from "EntryVersion" v where v."eventId" = f."eventId" and v."entryId" = f."entryId"
        and v."snapshot" -> 'files' @> jsonb_build_array(jsonb_build_object('id', f."id")))`
}

/** Rows go first, objects after: an object without a row is swept, a row never points at nothing. */
async function sweepObjects(old: Date): Promise<number> {
  let swept = 0
  for (const prefix of ['original/', 'derived/']) {
    let batch: string[] = []
    for await (const { key, modifiedAt } of storage().list(prefix)) {
      if (modifiedAt < old) batch.push(key)
      if (batch.length < BATCH) continue
      swept += await sweepBatch(batch)
      batch = []
    }
    swept += await sweepBatch(batch)
  }
  return swept
}

/** The file an object belongs to stands in its key: original/event/entry/file, derived/event/file/form. */
function ownerOf(key: string): { eventId: string; fileId: string } {
  const [kind, eventId = '', second = '', third = ''] = key.split('/')
  return { eventId, fileId: kind === 'original' ? third : second }
}

async function sweepBatch(keys: string[]): Promise<number> {
  if (keys.length === 0) return 0
  const owners = keys.map(ownerOf)
  const rows = await db.$queryRaw<{ key: string }[]>`
    select o."key" from unnest(${keys}::text[], ${owners.map(({ eventId }) => eventId)}::text[], ${owners.map(({ fileId }) => fileId)}::text[])
      as o("key", "eventId", "fileId")
    where not exists (select 1 from "EntryFile" f where f."eventId" = o."eventId" and f."id" = o."fileId"
      and o."key" in (f."originalKey", f."viewKey", f."thumbKey", f."copyKey"))`
  for (const { key } of rows) await storage().remove(key)
  return rows.length
}

async function sweepIncoming(old: Date): Promise<number> {
  const names = await readdir(incomingFolder()).catch(() => [])
  let swept = 0
  for (const name of names) {
    const path = join(incomingFolder(), name)
    const found = await stat(path).catch(() => null)
    if (!found?.isFile() || found.mtime >= old) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}
