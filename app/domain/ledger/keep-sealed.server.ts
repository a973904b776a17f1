import { db } from '~/db.server'
import type { ChainOwner } from './chain'
import { askForSealing } from './record.server'
import { sealChain } from './seal.server'

/**
 * Seals what an event or organisation has written, and comes back in a second for as long as there was something: a
 * transaction that was still open when this looked finds nobody else to ask for its rows.
 */
export async function keepSealed(owner: ChainOwner): Promise<void> {
  const { sealed } = await sealChain(owner)
  if (sealed > 0) await db.$transaction((tx) => askForSealing(tx, owner))
}
