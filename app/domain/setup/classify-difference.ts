import type { Audience, Change, FileRuleKey, Part, Severity } from '~/domain/events/change'
import type { Difference } from './diff-configs'

type Weight = { severity: Severity; touches: Audience[] }

const low: Weight = { severity: 'low', touches: ['public'] }
const rule: Weight = { severity: 'medium', touches: ['public', 'entrants'] }
const entryRows: Weight = { severity: 'high', touches: ['public', 'entrants'] }
const judgingRows: Weight = { severity: 'high', touches: ['public', 'judges'] }

/** Lists whose members rows hang on: where they stand in the file, and what losing one weighs. */
const parts: { part: Part; at: string[]; removal: Weight }[] = [
  { part: 'group', at: ['contest', 'groups'], removal: entryRows },
  { part: 'track', at: ['contest', 'tracks'], removal: entryRows },
  { part: 'field', at: ['contest', 'entry', 'fields'], removal: entryRows },
  { part: 'file', at: ['contest', 'entry', 'files'], removal: entryRows },
  { part: 'stage', at: ['contest', 'stages'], removal: judgingRows },
  { part: 'criterion', at: ['contest', 'stages', '*', 'rulebook', 'criteria'], removal: judgingRows },
  { part: 'award', at: ['contest', 'awards'], removal: rule },
  { part: 'date', at: ['dates'], removal: rule },
]

const sections = ['registration', 'contest', 'expo', 'programme', 'matchmaking']

const starts = (path: readonly string[], at: readonly string[]) => at.every((segment, index) => segment === '*' || segment === path[index])

/** The typed changes one difference stands for. Several differences may give the same change; the caller keeps one. */
export function classifyDifference({ path, from, to }: Difference): Change[] {
  const at = path.join('.')
  return [...partChange(path, from, to), ...ruleChange(path, at, from, to)].map((change) => ({ ...change, path: at }) as Change)
}

type Unplaced = Change extends infer One ? (One extends Change ? Omit<One, 'path'> : never) : never

function partChange(path: readonly string[], from: unknown, to: unknown): Unplaced[] {
  if (path.length === 1 && sections.includes(path[0] ?? '') && (from === undefined || to === undefined)) {
    return [addedOrRemoved('section', path[0] ?? '', from, entryRows)]
  }
  const found = parts.find(({ at }) => path.length === at.length + 1 && starts(path, at))
  if (!found || (from !== undefined && to !== undefined)) return []
  const stage = found.part === 'criterion' ? path[2] : undefined
  return [addedOrRemoved(found.part, path.at(-1) ?? '', from, found.removal, stage)]
}

function addedOrRemoved(part: Part, id: string, from: unknown, removal: Weight, stage?: string): Unplaced {
  const type = from === undefined ? 'added' : 'removed'
  return { type, part, id, ...(stage !== undefined && { stage }), ...(type === 'added' ? low : removal) }
}

function ruleChange(path: readonly string[], at: string, from: unknown, to: unknown): Unplaced[] {
  const last = path.at(-1) ?? ''
  if (starts(path, ['contest', 'stages', '*', 'rulebook'])) {
    return [{ type: 'rulebook-changed', stage: path[2] ?? '', ...judgingRows }]
  }
  if (partChange(path, from, to).length > 0) return []
  if (path[0] === 'postponed' || path[0] === 'cancelled') return [haltChange(path[0], path, to)]
  if (at === 'status') return [{ type: 'status-changed', from: String(from), to: String(to), severity: 'medium', touches: ['public'] }]
  if (path[0] === 'dates' && last === 'on') {
    return [{ type: 'date-moved', key: path[1] ?? '', from: String(from), to: String(to), ...rule }]
  }
  if (path[1] === 'eligibility') return [{ type: 'eligibility-changed', ...rule }]
  if (path[1] === 'rights') return [{ type: 'rights-changed', ...rule }]
  if (path[1] === 'statement') return [{ type: 'statement-changed', ...rule }]
  if (path[1] === 'anonymous') return [{ type: 'anonymity-changed', severity: 'high', touches: ['entrants', 'judges'] }]
  if (isWords(path)) return [{ type: 'text-changed', ...low }]
  if (starts(path, ['contest', 'entry', 'files', '*']) && path[4]) return [fileRule(path[3] ?? '', path[4], from, to)]
  if (starts(path, ['contest', 'entry', 'fields', '*']) && path[4]) return [fieldRule(path[3] ?? '', path[4], from, to)]
  if (starts(path, ['contest', 'groups', '*']) && path[3]) {
    return [{ type: 'group-rule-changed', id: path[2] ?? '', rule: path[3], from, to, ...rule }]
  }
  if (starts(path, ['contest', 'stages', '*']) && path[3]) {
    return [{ type: 'stage-changed', stage: path[2] ?? '', key: path[3], severity: 'medium', touches: ['judges'] }]
  }
  return [{ type: 'setting-changed', from, to, severity: 'medium', touches: ['staff'] }]
}

/** A section that appears or other old dates are news to everyone; a word mended in the reason is not. */
function haltChange(type: 'postponed' | 'cancelled', path: readonly string[], to: unknown): Unplaced {
  if (path.length === 1) return to === undefined ? reinstated : { type, ...everyone }
  return path[1] === 'from' ? { type, ...everyone } : { type: 'text-changed', ...low }
}

const everyone: Weight = { severity: 'high', touches: ['public', 'entrants', 'judges', 'staff'] }
const reinstated: Unplaced = { type: 'reinstated', ...everyone }

const wordKeys = [
  'name',
  'theme',
  'lead',
  'label',
  'help',
  'description',
  'note',
  'faq',
  'contact',
  'place',
  'bodies',
  'titleSponsor',
  'cover',
  'sample',
  'reason',
]

function isWords(path: readonly string[]) {
  const last = path.at(-1)
  return last === 'zh' || last === 'en' || wordKeys.includes(path[0] ?? '') || wordKeys.includes(last ?? '')
}

function fileRule(id: string, key: string, from: unknown, to: unknown): Unplaced {
  const shrinks = shrinksFileRule(key, from, to)
  return {
    type: 'file-rule-changed',
    id,
    rule: key as FileRuleKey,
    shrinks,
    from,
    to,
    ...(shrinks ? entryRows : rule),
  }
}

/** Whether files that were fine before may not be any more. */
function shrinksFileRule(key: string, from: unknown, to: unknown): boolean {
  switch (key) {
    case 'types':
      return Array.isArray(from) && Array.isArray(to) && from.some((type) => !to.includes(type))
    case 'maxMB':
      return Number(to) < Number(from)
    case 'count':
      return maxOf(to) < maxOf(from) || minOf(to) > minOf(from)
    case 'dpi':
      return Number(to ?? 0) > Number(from ?? 0)
    case 'page':
      return to !== undefined
    // only says the measures the other way round
    case 'orientation':
      return false
    case 'optional':
      return to === false
    default:
      return true
  }
}

const maxOf = (count: unknown) => Number((count as { max?: number } | undefined)?.max ?? 1)
const minOf = (count: unknown) => Number((count as { min?: number } | undefined)?.min ?? 1)

function fieldRule(id: string, key: string, from: unknown, to: unknown): Unplaced {
  const looser =
    (key === 'max' && Number(to ?? Infinity) > Number(from ?? Infinity)) ||
    (key === 'min' && Number(to ?? -Infinity) < Number(from ?? -Infinity)) ||
    (key === 'optional' && to === true) ||
    (key === 'options' && from === undefined) ||
    key === 'shownToJudges'
  return { type: 'field-rule-changed', id, rule: key, tightens: !looser, from, to, ...rule }
}
