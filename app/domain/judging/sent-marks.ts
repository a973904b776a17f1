import { z } from 'zod'

/** A mark as the desk sends it. `value` is the decimal text that was entered; null takes the mark back. */
export const SentMark = z.strictObject({
  /** made by the desk, once for every keystroke that gave or took a mark: a repeat of it does nothing */
  markId: z.guid().transform((id) => id.toLowerCase()),
  /** the work's anonymous code: a desk knows no other name of it */
  code: z.string().min(1).max(40),
  criterion: z.string().min(1).max(60),
  value: z.string().max(20).nullable(),
  markedAt: z.iso.datetime({ offset: true }),
})
export type SentMark = z.infer<typeof SentMark>

/** The most marks one request may carry: a desk that was offline for long sends several. */
export const BATCH_LIMIT = 500

/** What a desk posts. `seat` is whose marks these are: another judge may have signed in at this tablet since. */
export const SentMarks = z.strictObject({
  seat: z.string().min(1).max(60),
  marks: z.array(SentMark).min(1).max(BATCH_LIMIT),
})
export type SentMarks = z.infer<typeof SentMarks>
