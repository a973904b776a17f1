import { pinyin } from 'pinyin-pro'

/** A spelling of a school or company, and how many people named it. */
export interface Spelling {
  name: string
  count: number
}

export type Likeness = 'same-text' | 'same-sound' | 'abbreviation' | 'typing-slip'

export interface Suggestion {
  /** the most frequent spelling first: the name to keep */
  spellings: Spelling[]
  because: Likeness[]
}

/** A spelling as it is kept and compared: composed, trimmed, single spaces. */
export const spellingOf = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim()

/**
 * Spellings that are probably one school or company: the same but for brackets, marks and legal form; the same sound;
 * one the other’s abbreviation (中国美院 and 中国美术学院, BIFT); one slip of the pen apart. A person confirms them: two
 * real schools may differ by one character.
 */
export function suggestNames(spellings: readonly Spelling[]): Suggestion[] {
  const group = new Map(spellings.map((one) => [one.name, [one]]))
  const because = new Map<Spelling[], Set<Likeness>>()
  for (const [n, a] of spellings.entries()) {
    for (const b of spellings.slice(n + 1)) {
      const like = likeness(a.name, b.name)
      const [left, right] = [group.get(a.name), group.get(b.name)]
      if (!like || !left || !right) continue
      const joined = left === right ? left : [...left, ...right]
      because.set(joined, new Set([...(because.get(left) ?? []), ...(because.get(right) ?? []), like]))
      for (const one of joined) group.set(one.name, joined)
    }
  }
  return [...new Set(group.values())]
    .filter((one) => one.length > 1)
    .map((one) => ({
      spellings: [...one].sort((a, b) => b.count - a.count || b.name.length - a.name.length),
      because: [...(because.get(one) ?? [])],
    }))
    .sort((a, b) => total(b) - total(a))
}

const total = ({ spellings }: Suggestion) => spellings.reduce((sum, { count }) => sum + count, 0)

export function likeness(a: string, b: string): Likeness | null {
  const [left, right] = [bare(a), bare(b)]
  if (!left || !right) return null
  if (left === right) return 'same-text'
  if (isHan(left) && isHan(right) && left.length === right.length && left.length >= 4 && sound(left) === sound(right)) return 'same-sound'
  if (shortens(left, right) || shortens(right, left) || initials(a) === right || initials(b) === left) return 'abbreviation'
  // a short Chinese name differs from another real one by a character: 东华 and 中华
  const room = isHan(left) ? (left.length >= 8 ? 1 : 0) : left.length >= 10 ? 2 : 0
  return room > 0 && slips(left, right, room) ? 'typing-slip' : null
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
const sound = (text: string): string => pinyin(text, { toneType: 'none', separator: ' ' })

const bare = (name: string): string =>
  spellingOf(name)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)|【[^】]*】/gu, '')
    .replace(/(股份有限公司|有限责任公司|有限公司|集团公司|\b(the|co|ltd|limited|inc|llc)\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** 中国美院 shortens 中国美术学院: its characters in their order, the first and the last the same, at least half of them. */
function shortens(short: string, long: string): boolean {
  if (!isHan(short) || short.length < 3 || short.length >= long.length || short.length * 2 < long.length) return false
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

/** Beijing Institute of Fashion Technology → bift. */
const initials = (name: string): string | null => {
  const words = spellingOf(name)
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
  return words.length >= 3
    ? words
        .map((word) => word[0])
        .join('')
        .toLowerCase()
    : null
}

/** Whether at most `room` characters have to be put in, left out or exchanged (Levenshtein 1966). */
function slips(a: string, b: string, room: number): boolean {
  if (Math.abs(a.length - b.length) > room) return false
  let before = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = row
  }
  return (before[b.length] ?? Infinity) <= room
}
