import { Temporal } from 'temporal-polyfill'
import { closingOf, openingOf, parseLocalSpan } from '~/domain/events/local-date'
import { checkKnown } from './check-references'
import type { EventConfig } from './event-config'
import type { Finding } from './problem'

const before = Temporal.PlainDateTime.compare

function spanOf(text: string) {
  const span = parseLocalSpan(text)
  return span && { start: openingOf(span.start), end: closingOf(span.end) }
}

/** Ranges that run backwards, phases out of order, references to dates that are not there. */
export function checkDates(config: EventConfig): Finding[] {
  return [...checkRanges(config), ...checkDateReferences(config), ...checkStageDates(config), ...checkPostponed(config)]
}

function checkRanges({ dates }: EventConfig): Finding[] {
  const findings: Finding[] = []
  let previous: { key: string; on: string; start: Temporal.PlainDateTime } | null = null
  for (const [key, { on }] of Object.entries(dates)) {
    const span = spanOf(on)
    if (!span) continue
    if (before(span.end, span.start) < 0) {
      findings.push({
        path: ['dates', key],
        message: `${key} ends before it starts (${on})`,
        zh: `${key} 的结束早于开始（${on}）`,
      })
    }
    if (previous && before(span.start, previous.start) < 0) {
      const message = `${key} (${on}) starts before ${previous.key} (${previous.on}); list dates in the order they happen`
      const zh = `${key}（${on}）早于排在前面的 ${previous.key}（${previous.on}）；请按先后顺序排列日期`
      findings.push({ path: ['dates', key], message, zh })
    }
    previous = { key, on, start: span.start }
  }
  return findings
}

function checkDateReferences({ dates, when, registration, contest, expo, programme, matchmaking }: EventConfig): Finding[] {
  const keys = Object.keys(dates)
  const known = (path: PropertyKey[], key: string | undefined) => checkKnown(path, key, keys, 'date')
  return [
    ...known(['when'], when),
    ...known(['registration', 'dates'], registration?.dates),
    ...(contest?.stages ?? []).flatMap((stage, index) => known(['contest', 'stages', index, 'dates'], stage.dates)),
    ...(contest?.eligibility ?? []).flatMap((rule, index) =>
      rule.rule === 'age' ? known(['contest', 'eligibility', index, 'on'], rule.on) : [],
    ),
    ...known(['expo', 'dates'], expo?.dates),
    ...known(['expo', 'applications'], expo?.applications),
    ...(programme?.sessions ?? []).flatMap((session, index) => known(['programme', 'sessions', index, 'dates'], session.dates)),
    ...known(['matchmaking', 'dates'], matchmaking?.dates),
  ]
}

function checkStageDates({ dates, registration, contest }: EventConfig): Finding[] {
  const call = spanOf(dates[registration?.dates ?? '']?.on ?? '')
  let previous: { id: string; start: Temporal.PlainDateTime } | null = null
  const findings: Finding[] = []
  for (const [index, stage] of (contest?.stages ?? []).entries()) {
    const span = spanOf(dates[stage.dates]?.on ?? '')
    if (!span) continue
    const path = ['contest', 'stages', index, 'dates']
    if (previous && before(span.start, previous.start) < 0) {
      const message = `stage ${stage.id} starts before ${previous.id}, which stands above it; list stages in the order they happen`
      const zh = `环节 ${stage.id} 早于排在前面的 ${previous.id}；请按先后顺序排列环节`
      findings.push({ path, message, zh })
    }
    const marks = stage.type === 'score' || stage.type === 'vote' || stage.type === 'live'
    if (marks && call && before(span.start, call.end) <= 0) {
      const message = `stage ${stage.id} starts on ${span.start.toPlainDate().toString()}, before entries close on ${call.end.toPlainDate().toString()}`
      const zh = `环节 ${stage.id} 从 ${span.start.toPlainDate().toString()} 开始，而投稿到 ${call.end.toPlainDate().toString()} 才截止`
      findings.push({ path, message, zh })
    }
    if (stage.type === 'notice') {
      const days = span.start.toPlainDate().until(span.end.toPlainDate(), { largestUnit: 'day' }).days + 1
      if (days < stage.days) {
        const message = `the notice lasts ${stage.days} days, but ${stage.dates} (${dates[stage.dates]?.on}) covers only ${days}`
        const zh = `公示为 ${stage.days} 天，但 ${stage.dates}（${dates[stage.dates]?.on}）只有 ${days} 天`
        findings.push({ path: ['contest', 'stages', index, 'days'], message, zh })
      }
    }
    previous = { id: stage.id, start: span.start }
  }
  return findings
}

function checkPostponed({ dates, postponed }: EventConfig): Finding[] {
  if (!postponed) return []
  const moved = Object.entries(postponed.from)
  const unknown = moved.flatMap(([key]) => checkKnown(['postponed', 'from', key], key, Object.keys(dates), 'date'))
  const same = moved.flatMap(([key, old]) =>
    dates[key]?.on === old
      ? [
          {
            path: ['postponed', 'from', key],
            message: `${key} was ${old} before and still is; list only dates that moved`,
            zh: `${key} 原为 ${old}，现在仍是；只列有变动的日期`,
          },
        ]
      : [],
  )
  const none =
    moved.length === 0
      ? [
          {
            path: ['postponed', 'from'],
            message: 'postponed.from needs the old date of what moved',
            zh: 'postponed.from 须列出变动前的日期',
          },
        ]
      : []
  return [...unknown, ...same, ...none]
}
