import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '~/env.server'

const VERSION = 'v1'

/**
 * Seals a secret with AES-256-GCM under SEAL_KEY. `bound` says what it belongs to, such as `totp:<person>`: a sealed
 * text copied to another row does not open.
 */
export function seal(secret: string, bound: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  cipher.setAAD(Buffer.from(bound))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [VERSION, nonce.toString('base64url'), text.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.')
}

/** Opens what `seal` made. Throws when it was changed, belongs to something else or was made with another key. */
export function unseal(sealed: string, bound: string): string {
  const [version, nonce = '', text = '', tag = ''] = sealed.split('.')
  if (version !== VERSION) throw new Error('sealed by another version')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes(nonce), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(bytes(tag))
  return Buffer.concat([decipher.update(bytes(text)), decipher.final()]).toString('utf8')
}

/** The last letter of base64url can carry bits that mean nothing: a text that differs only there is also a changed one. */
function bytes(text: string): Buffer {
  const decoded = Buffer.from(text, 'base64url')
  if (decoded.toString('base64url') !== text) throw new Error('the seal was changed')
  return decoded
}

const key = () => Buffer.from(env().SEAL_KEY, 'base64')
