/** A code of six digits is good for ten minutes, five tries, once. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5

/** The six digits in what a person typed: spaces, dashes and full-width digits are forgiven. */
export function readDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
