import { randomBytes } from 'node:crypto'
import { getTOTPAuthUri, verifyTOTP } from '@epic-web/totp'

// RFC 6238 with the values that every authenticator app understands.
const PERIOD = 30
const SETTINGS = { period: PERIOD, digits: 6, algorithm: 'SHA-1', charSet: '0123456789' }
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A secret of 160 bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => [...randomBytes(32)].map((byte) => BASE32[byte & 31]).join('')

/** The address that an authenticator app reads from the QR code. */
export const totpAddress = (secret: string, account: string): string =>
  getTOTPAuthUri({ ...SETTINGS, secret, accountName: account, issuer: 'Jingwei' })

/** The time step that a code belongs to, by the server's clock and one step of error either way; null when it is wrong. */
export async function totpStep(code: string, secret: string): Promise<bigint | null> {
  const counter = Math.floor(Date.now() / 1000 / PERIOD)
  const match = await verifyTOTP({ ...SETTINGS, otp: code, secret, window: 1 })
  return match && BigInt(counter + match.delta)
}
