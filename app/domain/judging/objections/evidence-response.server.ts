import { createReadableStreamFromReadable } from '@remix-run/node'
import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'
import { MissingObject } from '~/gateways/stored-object'

/** A piece of evidence as a download, of one's own objection or of a stage whose objections one decides; null for anybody else. */
export async function evidenceResponse(
  eventId: string,
  fileId: string,
  of: { personId: string } | { stageId: string },
): Promise<Response | null> {
  const file = await db.objectionFile.findFirst({ where: { eventId, id: fileId, objection: of } })
  if (!file) return null
  const body = await storage()
    .get(file.storageKey)
    .catch((error: unknown) => {
      if (error instanceof MissingObject) return null
      throw error
    })
  if (!body) return null
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
