import { transact } from '~/db.server'
import { resultsPackageFiles } from '~/domain/judging/package/results-package-files.server'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { done } from '~/domain/outcome'
import { zipResponse } from '~/gateways/zip.server'

interface DownloadPackage {
  eventId: string
  stageId: string
  personId: string
  named: boolean
}

/** The results package of a published stage as a streamed ZIP; null when nothing is published. Noted in the ledger, which is sealed first. */
export async function downloadResultsPackage({ eventId, stageId, personId, named }: DownloadPackage): Promise<Response | null> {
  await sealLedger(eventId)
  const files = await resultsPackageFiles({ eventId, stageId, named })
  if (!files) return null
  await transact(async (tx) => {
    await record(tx, eventId, [{ action: 'entries.exported', body: { by: personId, stage: stageId, format: 'results-package', named } }])
    return done()
  })
  return zipResponse(`${eventId}-${stageId}-results.zip`, files)
}
