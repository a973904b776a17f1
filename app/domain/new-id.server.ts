import { randomBytes } from 'node:crypto'

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz' // no 0 1 i l o: people read ids aloud

/** A short random public id, 12 characters, about 59 bits. */
export function newId(length = 12): string {
  let id = ''
  while (id.length < length) {
    for (const byte of randomBytes(length)) {
      // 248 = 8 × 31: larger bytes would favour the first letters
      if (byte < 248 && id.length < length) id += ALPHABET[byte % 31]
    }
  }
  return id
}

/** A secret for links and cookies: 256 bits, safe in a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url')
