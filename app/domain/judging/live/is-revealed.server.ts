import type { Tx } from '~/db.server'

/** Whether the hall knows the total of a work: from then on nothing that makes it changes but by two people. */
export const isRevealed = async (tx: Tx, eventId: string, stageId: string, entryId: string): Promise<boolean> =>
  (await tx.liveTurn.count({ where: { eventId, stageId, entryId, revealedAt: { not: null } } })) > 0
