import type { Letter } from './letter'

/** The mail as plain text: the same words in the same order. */
export const plainText = (letter: Letter): string =>
  paragraphs([letter.greeting, ...body(letter), letter.because, `${letter.house.name}  ${letter.house.url}`])

/** For a WeChat group: the subject in 【】, no greeting and no footer. */
export const groupText = (letter: Letter): string => paragraphs([`【${letter.subject}】`, ...body(letter)])

function body(letter: Letter): (string | null)[] {
  const colon = letter.lang === 'en' ? ': ' : '：'
  const lines = (items: string[]) => (items.length ? items.join('\n') : null)
  return [
    ...letter.opening,
    letter.figure && `${letter.figure.label}${colon}${letter.figure.value}`,
    lines(letter.facts.map(({ label, value }) => `${label}${colon}${value}`)),
    lines(letter.reasons.map((reason, i) => `${i + 1}. ${reason}`)),
    lines(letter.changes.map(({ name, before, after }) => `${name}${colon}${before} → ${after}`)),
    lines(letter.files.map(({ name, sha256 }) => `${name}\nSHA-256 ${sha256}`)),
    letter.action && `${letter.action.label}${colon}${letter.action.url}`,
    ...letter.closing,
  ]
}

const paragraphs = (parts: (string | null)[]): string => parts.filter(Boolean).join('\n\n')
