/** A mobile number (E.164) or an e-mail address (lower case). */
export interface ContactAddress {
  kind: 'mobile' | 'email'
  value: string
}

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u
const CHINESE_MOBILE = /^\+861[3-9]\d{9}$/

/**
 * Reads what a person typed into the one field: full-width characters, spaces, brackets and dashes are forgiven,
 * a number without country is Chinese. Null when it is neither.
 */
export function parseContact(typed: string): ContactAddress | null {
  const text = typed.normalize('NFKC').trim()
  if (text.length > 254) return null
  if (text.includes('@')) {
    const value = text.toLowerCase()
    return EMAIL.test(value) && !value.includes('..') ? { kind: 'email', value } : null
  }
  const digits = text.replace(/[\s().\-‐-―·]/g, '')
  if (!/^\+?\d+$/.test(digits)) return null
  const value = digits.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? `+${digits.slice(2)}`
      : /^86\d{11}$/.test(digits)
        ? `+${digits}`
        : `+86${digits}`
  if (value.startsWith('+86')) return CHINESE_MOBILE.test(value) ? { kind: 'mobile', value } : null
  return /^\+[1-9]\d{6,14}$/.test(value) ? { kind: 'mobile', value } : null
}

/** Enough of a contact to recognise one's own: 138****0000, li***@example.com. */
export function maskContact({ kind, value }: ContactAddress): string {
  if (kind === 'email') {
    const [name = '', domain = ''] = value.split('@')
    return `${name.slice(0, Math.min(2, name.length - 1) || 1)}***@${domain}`
  }
  const national = value.startsWith('+86') ? value.slice(3) : value
  return `${national.slice(0, 3)}****${national.slice(-4)}`
}

/** A contact as people write it: without +86, in groups. */
export function showContact({ kind, value }: ContactAddress): string {
  const chinese = kind === 'mobile' && /^\+86(\d{3})(\d{4})(\d{4})$/.exec(value)
  return chinese ? chinese.slice(1).join(' ') : value
}
