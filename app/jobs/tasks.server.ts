import type { TaskList } from 'graphile-worker'
import type { Jobs } from '~/queue.server'
import { handInBatch } from '~/domain/entries/collective/hand-in-batch.server'
import { makeDrafts } from '~/domain/entries/collective/make-drafts.server'
import { readBatchZip } from '~/domain/entries/collective/read-batch-zip.server'
import { writeMessageBatch } from '~/domain/entries/messages/write-message-batch.server'
import { findDuplicates } from '~/domain/entries/find-duplicates.server'
import { processFile } from '~/domain/entries/process-file.server'
import { sendReceipt } from '~/domain/entries/send-receipt.server'
import { settleEntry } from '~/domain/entries/settle-entry.server'
import { sweepFiles } from '~/domain/entries/sweep-files.server'
import { recheckConflicts } from '~/domain/judging/recheck-conflicts.server'
import { sweepEvidence } from '~/domain/judging/objections/sweep-evidence.server'
import { sweepPhotos } from '~/domain/judging/production/sweep-photos.server'
import { tellResults } from '~/domain/judging/tell-results.server'
import { keepSealed } from '~/domain/ledger/keep-sealed.server'
import { deliverNotice } from '~/domain/notices/deliver-notice.server'
import { sweepAccounts } from '~/domain/people/sweep-accounts.server'
import { tellEventChange } from '~/domain/setup/tell-event-change.server'
import { makePapers } from '~/domain/reporting/papers/make-papers.server'
import { sweepPapers } from '~/domain/reporting/papers/sweep-papers.server'
import { tellTalentExport } from '~/domain/talent/tell-talent-export.server'

const job =
  <Name extends keyof Jobs>(work: (payload: Jobs[Name]) => Promise<unknown>) =>
  async (payload: unknown) => {
    await work(payload as Jobs[Name])
  }

/** Which command does which job; the names are those of app/queue.server.ts. Each may run more than once. */
export const tasks: TaskList = {
  'send-code': job<'send-code'>(deliverNotice),
  'send-notice': job<'send-notice'>(deliverNotice),
  'process-file': job<'process-file'>(processFile),
  'find-duplicates': job<'find-duplicates'>(findDuplicates),
  'settle-entry': job<'settle-entry'>(settleEntry),
  'send-receipt': job<'send-receipt'>(sendReceipt),
  'read-batch-zip': job<'read-batch-zip'>(readBatchZip),
  'make-drafts': job<'make-drafts'>(makeDrafts),
  'hand-in-batch': job<'hand-in-batch'>(handInBatch),
  'recheck-conflicts': job<'recheck-conflicts'>(recheckConflicts),
  'sweep-files': job<'sweep-files'>(async () => {
    await sweepPhotos()
    await sweepFiles()
    await sweepPapers(new Date())
    await sweepEvidence()
  }),
  'make-papers': job<'make-papers'>(makePapers),
  'sweep-accounts': job<'sweep-accounts'>(() => sweepAccounts()),
  'seal-ledger': job<'seal-ledger'>(keepSealed),
  'message-entrants': job<'message-entrants'>(writeMessageBatch),
  'tell-results': job<'tell-results'>(tellResults),
  'tell-event-change': job<'tell-event-change'>(tellEventChange),
  'tell-talent-export': job<'tell-talent-export'>(tellTalentExport),
}
