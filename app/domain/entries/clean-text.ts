/** Longest text any field keeps, whatever its own limit: what is over a limit is still saved and shown, up to here. */
export const LONGEST_TEXT = 20_000

// PostgreSQL keeps no NUL, JSON no half of a pair; other control characters only break lists and sheets.
// U+202A–202E and U+2066–2069 turn the direction of whatever is printed after them.
const UNWANTED = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Text as it is kept: composed, without control characters, with `\n` for every line break. Line breaks only where `lines`. */
export function cleanText(text: string, { lines = false } = {}): string {
  const breaks = text.replace(/\r\n?|\u2028|\u2029/g, '\n')
  const clean = breaks
    .normalize('NFC')
    .replace(UNWANTED, (character) => (character === '\n' || character === '\t' ? (lines ? character : ' ') : ''))
  return (lines ? clean : clean.replace(/ {2,}/g, ' ')).trim().slice(0, LONGEST_TEXT)
}

/** Length as a reader counts it: 𠮷 is one, and so is a family of four in one emoji. */
export function countCharacters(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...text].length
  let count = 0
  for (const _ of new Intl.Segmenter().segment(text)) count += 1
  return count
}
