import type { Prisma } from './generated/prisma/client'
import { transact, type Tx } from './db.server'
import type { Outcome } from './domain/outcome'

/**
 * A transaction that does its work once for an actor and a request key: a repeat gets the first reply again.
 * Refusals are not remembered, so that a corrected form with the same key goes through.
 */
export function transactOnce<O extends Outcome<string, unknown>>(
  request: { actor: string; key: string },
  step: (tx: Tx) => Promise<O>,
): Promise<O> {
  return transact(async (tx) => {
    // a second sender waits here until the first has committed, then sees its reply
    const inserted = await tx.$executeRaw`insert into "Request" ("actor", "key") values (${request.actor}, ${request.key}) on conflict do nothing`
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
