import type { Prisma } from './generated/prisma/client'
import { transact, type Tx } from './db.server'
import { sha256Hex } from './domain/ledger/sha256.server'
import type { Outcome } from './domain/outcome'

interface AskedOnce {
  actor: string
  /** comes with the page a form stands on */
  key: string
  /** the command and everything it was asked, except the time */
  asked: readonly [command: string, ...rest: unknown[]]
}

/**
 * A transaction that does its work once for an actor, a request key and what was asked: a repeat gets the first reply
 * again. A form that was changed after going back in the browser is no repeat, though its page and key are the same.
 * Refusals are not remembered, so that what was refused may be tried again.
 */
export function transactOnce<O extends Outcome<string, unknown>>(
  { actor, key: pageKey, asked }: AskedOnce,
  step: (tx: Tx) => Promise<O>,
): Promise<O> {
  const request = { actor, key: sha256Hex(JSON.stringify([pageKey, asked])) }
  return transact(async (tx) => {
    // a second sender waits here until the first has committed, then sees its reply
    const inserted =
      await tx.$executeRaw`insert into "Request" ("actor", "key") values (${request.actor}, ${request.key}) on conflict do nothing`
    if (inserted === 0) {
      const before = await tx.request.findUniqueOrThrow({ where: { actor_key: request } })
      return before.reply as unknown as O
    }
    const outcome = await step(tx)
    const reply = JSON.parse(JSON.stringify(outcome)) as Prisma.InputJsonValue
    if (outcome.ok) await tx.request.update({ where: { actor_key: request }, data: { reply } })
    return outcome
  })
}
