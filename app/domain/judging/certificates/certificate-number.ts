/** A certificate's number as it is printed: 7K3M-9QRT-2FGH. */
export const printedNumber = (number: string): string => (number.toUpperCase().match(/.{1,4}/g) ?? []).join('-')

/** The number somebody typed or scanned, however they grouped it; null when it cannot be one. */
export function readNumber(text: string): string | null {
  const number = text.replace(/[\s-]/g, '').toLowerCase()
  return /^[2-9a-hjkmnp-z]{12}$/.test(number) ? number : null
}
