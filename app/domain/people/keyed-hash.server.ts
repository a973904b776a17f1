import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { env } from '~/env.server'

/** HMAC-SHA256 under CODE_SECRET, hex: for codes and PINs, which are too short for a bare hash. */
export const keyedHash = (text: string): string => createHmac('sha256', env().CODE_SECRET).update(text).digest('hex')

/** SHA-256, hex: for tokens of 256 random bits. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Six random digits, zeros in front kept. */
export const sixDigits = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

export const sameHash = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
