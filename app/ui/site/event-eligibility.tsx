import type { EligibilityRule } from '~/domain/entries/section'
import type { Contest, EventConfig } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import { useLang } from '~/i18n/use-t'
import { Chapter } from './chapter'
import { SampleTag } from './sample-tag'
import { useContestT } from './use-contest-t'

/** Who may enter beyond what the groups say, how often, and until when exactly. */
export function EventEligibility({ config, contest }: { config: EventConfig; contest: Contest }) {
  const t = useContestT()
  const lang = useLang()
  const sentence = useRuleSentence(config, contest)
  const { registration } = config
  if (contest.eligibility.length === 0 && !registration) return null
  return (
    <Chapter id="eligibility" title={t('event.eligibility')} path="contest.eligibility">
      <ul className="sentences">
        {contest.eligibility.map((rule, index) => (
          <li key={index}>
            {sentence(rule)} <span className="quiet">{t('event.whyNot', { reason: say(rule.reason, lang) })}</span>
          </li>
        ))}
        {registration && (
          <li>
            {[
              registration.limit && t('event.limit', { limit: registration.limit }),
              registration.graceMinutes > 0 && t('event.grace', { minutes: registration.graceMinutes }),
              registration.courier && t('event.courier'),
            ]
              .filter(Boolean)
              .join(lang === 'en' ? ' ' : '')}{' '}
            <SampleTag path="registration" under="contest.eligibility" />
          </li>
        )}
      </ul>
    </Chapter>
  )
}

function useRuleSentence(config: EventConfig, contest: Contest) {
  const t = useContestT()
  const lang = useLang()
  const only = (ids: string[] | undefined) =>
    ids
      ? `${t('event.onlyGroups', {
          groups: contest.groups
            .filter(({ id }) => ids.includes(id))
            .map(({ name }) => say(name, lang))
            .join(t('comma')),
        })}${t('colon')}`
      : ''
  return (rule: EligibilityRule): string => {
    const end = lang === 'en' ? '.' : '。'
    switch (rule.rule) {
      case 'age': {
        const { min, max, on } = rule
        const age =
          min && max ? t('event.ageRange', { min, max }) : min ? t('event.ageMin', { min }) : max ? t('event.ageMax', { max }) : ''
        return only(rule.groups) + age + t('event.ageOn', { date: say(config.dates[on]?.name, lang) }) + end
      }
      case 'country': {
        const names = new Intl.DisplayNames([lang], { type: 'region' })
        return (
          only(rule.groups) +
          t('event.countries', {
            countries: rule.in.map((code) => names.of(code) ?? code).join(t('comma')),
          }) +
          end
        )
      }
      case 'field': {
        const field = contest.entry.fields.find(({ id }) => id === rule.field)
        const label = say(field?.label, lang) || rule.field
        if (rule.oneOf) {
          const options =
            field && 'options' in field
              ? field.options.filter(({ id }) => rule.oneOf?.includes(id)).map(({ name }) => say(name, lang))
              : rule.oneOf
          return only(rule.groups) + t('event.fieldOneOf', { field: label, options: options.join(t('comma')) }) + end
        }
        const range =
          rule.min !== undefined && rule.max !== undefined
            ? t('event.between', { min: String(rule.min), max: String(rule.max) })
            : rule.min !== undefined
              ? t('event.atLeast', { min: String(rule.min) })
              : t('event.atMost', { max: String(rule.max ?? '') })
        return only(rule.groups) + t('event.fieldRule', { field: label, range }) + end
      }
      case 'declaration':
        return only(rule.groups) + say(rule.text, lang)
    }
  }
}
