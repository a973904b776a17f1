import { checkContest } from './check-contest'
import { checkForwarding } from './check-forwarding'
import { checkDates } from './check-dates'
import { checkExpo, checkMatchmaking, checkProgramme } from './check-modules'
import { choicesAt, readablePath, valueAt } from './config-path'
import { slugOf } from './event-config'
import type { EventConfig } from './event-config'
import { checkPlaceholders } from './placeholders'
import type { Finding } from './problem'

/**
 * What the schema cannot see: references, sums, order, languages. `written` is the document before defaults, where
 * a missing language is still missing; `fileName` (without its ending) is compared with the slug when given.
 */
export function checkEvent(config: EventConfig, written: unknown, fileName?: string): Finding[] {
  return [
    ...checkIdentity(config, fileName),
    ...checkDates(config),
    ...(config.contest ? checkContest(config.contest) : []),
    ...checkForwarding(config),
    ...(config.expo ? checkExpo(config.expo, config.dates) : []),
    ...(config.programme ? checkProgramme(config.programme) : []),
    ...(config.matchmaking ? checkMatchmaking(config.matchmaking) : []),
    ...checkLanguages(config, written),
    ...checkSample(config, written),
    ...checkPlaceholders(config, written),
  ]
}

function checkIdentity(config: EventConfig, fileName?: string): Finding[] {
  const slug = slugOf(config)
  const findings: Finding[] = []
  if (fileName !== undefined && fileName !== slug) {
    const message = `series and edition make ${slug}, but the file is called ${fileName}.yaml; it has to be ${slug}.yaml`
    const zh = `series 与 edition 合起来是 ${slug}，文件却叫 ${fileName}.yaml；应为 ${slug}.yaml`
    findings.push({ path: ['series'], message, zh })
  }
  if (config.parent === slug)
    findings.push({
      path: ['parent'],
      message: 'an event cannot be its own parent',
      zh: '活动不能是自己的上级',
    })
  if (config.cover.style && config.cover.weave !== 'knit') {
    const message = `style is for the knit weave only, and this cover is ${config.cover.weave}`
    const zh = `style 只用于 knit，这个封面是 ${config.cover.weave}`
    findings.push({ path: ['cover', 'style'], message, zh })
  }
  // a contest that only collects from sub-contests takes no entries itself
  if (config.contest && !config.registration && config.contest.collects.length === 0) {
    const message = 'a contest needs registration: { dates: … }, which says when entries open and close'
    const zh = '赛事须有 registration: { dates: … }，写明投稿何时开始、何时截止'
    findings.push({ path: ['contest'], message, zh, key: true })
  }
  return findings
}

/** Maps of `zh` and `en` that have only one of them: a warning in a draft, an error once the event is open. */
function checkLanguages({ status }: EventConfig, written: unknown): Finding[] {
  const severity = status === 'open' ? 'error' : 'warning'
  return oneLanguage(written, []).map(({ path, missing }) => {
    const message = `${readablePath(written, path)} has no ${missing === 'en' ? 'English (en)' : 'Chinese (zh)'} text`
    const zh = `${readablePath(written, path)} 缺${missing === 'en' ? '英文（en）' : '中文（zh）'}`
    if (severity === 'warning') return { path, severity, message, zh }
    return {
      path,
      severity,
      message: `${message}; an open event needs both languages`,
      zh: `${zh}；公开的活动须中英文齐全`,
    }
  })
}

function oneLanguage(value: unknown, path: readonly PropertyKey[]): { path: readonly PropertyKey[]; missing: 'zh' | 'en' }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => oneLanguage(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const only = entries.length === 1 ? entries[0] : undefined
  if (only && (only[0] === 'zh' || only[0] === 'en') && typeof only[1] === 'string') {
    return [{ path, missing: only[0] === 'zh' ? 'en' : 'zh' }]
  }
  return entries.flatMap(([key, inner]) => oneLanguage(inner, [...path, key]))
}

function checkSample({ sample }: EventConfig, written: unknown): Finding[] {
  return sample.flatMap((path, index) => {
    if (valueAt(written, path) !== undefined) return []
    const { known, choices } = choicesAt(written, path)
    const where = known === '' ? 'this file' : known
    const message = `sample lists “${path}”, which is not in this file; ${where} has ${choices.join(', ') || 'nothing below it'}`
    const zh = `sample 列出的“${path}”不在文件里；${known || '本文件'}有 ${choices.join('、') || '（无下级）'}`
    return [{ path: ['sample', index], message, zh }]
  })
}
