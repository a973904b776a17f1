import { createHash } from 'node:crypto'

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

/** An id in the shape of every other one, always the same for the same name: a demo made twice is one demo. */
export function demoId(...name: (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(`demo ${name.join('/')}`)
    .digest()
  return [...bytes.subarray(0, 12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** The same as a UUID, for marks. */
export function demoUuid(...name: (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`demo ${name.join('/')}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
