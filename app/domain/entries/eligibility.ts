import { Temporal } from 'temporal-polyfill'
import { isDay, readNumber } from './check-field'
import type { EntryContent } from './entry-content'
import type { Fault } from './fault'
import type { EligibilityRule } from './section'
import { rulesOf } from './terms'
import type { Terms } from './terms'

/** The event’s own rules on who and what may enter, each told with the event’s own reason. Declarations are ticked at handing in. */
export function checkEligibility(terms: Terms, content: EntryContent): Fault[] {
  return rulesOf(terms, content.groupId).flatMap((rule) => checkRule(rule, terms, content))
}

function checkRule(rule: EligibilityRule, terms: Terms, content: EntryContent): Fault[] {
  switch (rule.rule) {
    case 'age': {
      const day = terms.dates[rule.on]?.startsAt
      return content.authors.flatMap(({ bornOn }, n): Fault[] => {
        const at = `author.${n}.bornOn`
        if (!bornOn) return [{ at, reason: 'required' }]
        if (!isDay(bornOn)) return [{ at, reason: 'not-a-date' }]
        const age = ageOn(bornOn, day ?? terms.opensAt, terms.timezone)
        return age < (rule.min ?? 0) || age > (rule.max ?? Infinity) ? [{ at, reason: 'not-eligible', text: rule.reason }] : []
      })
    }
    case 'country':
      return content.authors.flatMap(({ country }, n): Fault[] =>
        rule.in.includes(country) ? [] : [{ at: `author.${n}.country`, reason: 'not-eligible', text: rule.reason }],
      )
    case 'field': {
      const answer = content.fields[rule.field]
      const given = Array.isArray(answer) ? answer : answer ? [answer] : []
      if (given.length === 0) return []
      const value = readNumber(given[0] ?? '')
      const outside = rule.oneOf
        ? given.some((id) => !rule.oneOf?.includes(id))
        : value !== null && (value < (rule.min ?? -Infinity) || value > (rule.max ?? Infinity))
      return outside ? [{ at: `field.${rule.field}`, reason: 'not-eligible', text: rule.reason }] : []
    }
    case 'declaration':
      return []
  }
}

/** Full years between a birthday and the day an instant falls on in the event’s zone. */
export function ageOn(bornOn: string, instant: Date, timezone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  return Temporal.PlainDate.from(bornOn).until(day, { largestUnit: 'year' }).years
}

/** True when the event asks for birthdays in this group. */
export const asksBirthday = (terms: Terms, groupId: string): boolean => rulesOf(terms, groupId).some(({ rule }) => rule === 'age')

/** The declarations a group’s entrants tick when they hand in. */
export const declarationsOf = (terms: Terms, groupId: string) =>
  rulesOf(terms, groupId).flatMap((rule) => (rule.rule === 'declaration' ? [rule] : []))

/** Declarations that were not ticked. */
export const checkDeclarations = (terms: Terms, groupId: string, ticked: readonly string[]): Fault[] =>
  declarationsOf(terms, groupId).flatMap(({ id, reason }): Fault[] =>
    ticked.includes(id) ? [] : [{ at: `declaration.${id}`, reason: 'not-eligible', text: reason }],
  )
