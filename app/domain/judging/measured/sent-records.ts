import { z } from 'zod'

const RECORDS_AT_ONCE = 200

/** One press on a device. */
export const SentRecord = z.strictObject({
  id: z.uuid(),
  code: z.string().min(1).max(40),
  kind: z.enum(['start', 'stop', 'resume', 'finish', 'absent', 'fault', 'reading', 'void', 'confirm']),
  part: z.string().max(60).default(''),
  criterion: z.string().max(60).nullable().default(null),
  item: z.string().max(60).default(''),
  /** decimal text */
  value: z.string().max(20).nullable().default(null),
  /** the record that is taken back */
  voids: z.uuid().nullable().default(null),
  reason: z.string().trim().max(300).default(''),
  /** an implausible reading was asked about and is meant */
  confirmed: z.boolean().default(false),
  /** milliseconds between the press and the sending, by one and the same clock of the device */
  waitedMs: z.number().finite(),
  /** what the device's clock said at the press */
  deviceAt: z.iso.datetime(),
})
export type SentRecord = z.infer<typeof SentRecord>

export const SentRecords = z.strictObject({ seat: z.string().min(1).max(60), records: z.array(SentRecord).min(1).max(RECORDS_AT_ONCE) })
