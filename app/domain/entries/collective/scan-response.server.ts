import { createReadableStreamFromReadable } from '@remix-run/node'
import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'
import { MissingObject } from '~/gateways/stored-object'

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** The stamped 集体报送汇总表 as a download; null when there is none. Who may have it is asked before. */
export async function scanResponse(eventId: string, batchId: string): Promise<Response | null> {
  const batch = await db.entryBatch.findUnique({
    where: { eventId_id: { eventId, id: batchId } },
    select: { organisation: true, scanKey: true, scanMime: true },
  })
  if (!batch?.scanKey) return null
  const body = await storage()
    .get(batch.scanKey)
    .catch((error: unknown) => {
      if (error instanceof MissingObject) return null
      throw error
    })
  if (!body) return null
  const ending = endings[batch.scanMime] ?? 'bin'
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      'Content-Type': batch.scanMime,
      'Content-Disposition': `attachment; filename="summary.${ending}"; filename*=UTF-8''${encodeURIComponent(`${batch.organisation}.${ending}`)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
