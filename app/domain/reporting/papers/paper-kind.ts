import type { PaperKind } from '~/generated/prisma/enums'

export const paperKinds = ['receipts', 'labels', 'certificates'] as const satisfies readonly PaperKind[]

/** Works in one archive: a ZIP of as many receipts stays below its limit of four gigabytes. */
export const MOST_WORKS = 5_000

/** Days in which an archive can be fetched. It names people, so it does not lie about for longer. */
const KEPT_DAYS = 7

/** The instant after which an archive can no longer be fetched. */
export const fetchableUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + KEPT_DAYS * 86_400_000)
