import { transact } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { qrDataUrl } from '~/gateways/qr-code.server'
import { seal, unseal } from './seal.server'
import { newTotpSecret, totpAddress } from './totp.server'

/**
 * The secret with which a person sets up an authenticator: the same one until it is confirmed, so that a reloaded page
 * does not void what was just scanned. Refuses when a second factor already stands: only its owner can prove it away.
 */
export function beginSecondFactor({
  personId,
}: {
  personId: string
}): Promise<Outcome<'already-set', { secret: string; address: string; qr: string }>> {
  return transact(async (tx) => {
    await tx.totp.createMany({
      data: [{ personId, secretSealed: seal(newTotpSecret(), `totp:${personId}`) }],
      skipDuplicates: true,
    })
    const { name, totp } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, totp: true },
    })
    if (!totp || totp.confirmedAt) return refuse('already-set')
    const secret = unseal(totp.secretSealed, `totp:${personId}`)
    const address = totpAddress(secret, name)
    return done({ secret, address, qr: await qrDataUrl(address) })
  })
}
