import type { ReactNode } from 'react'
import type { EventCard } from '~/domain/events/event-card'
import type { EventConfig } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { placeText } from './place-text'
import { SampleTag } from './sample-tag'

type EventTitle = { config: EventConfig; parent: EventCard | null; children: ReactNode }

/** What kind of event it is, its name, one paragraph, and beside them what a visitor can do. */
export function EventTitle({ config, parent, children }: EventTitle) {
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  const name = say(config.name, lang)
  const groups = config.contest?.groups ?? []
  const and = new Intl.ListFormat(lang, { type: 'conjunction' })
  const facts = [
    t(`kind.${config.kind}`),
    placeText(say(config.place?.city, lang), say(config.place?.venue, lang), lang),
    groups.length > 1 && groups.length < 4 ? and.format(groups.map((group) => say(group.name, lang))) : '',
  ]
  return (
    <div className="title">
      <div>
        <p className="kind">
          {facts.filter(Boolean).join(' · ')}
          {parent && (
            <>
              {' · '}
              {t('event.parent')} <a href={to(`/e/${parent.id}`)}>{say(parent.name, lang)}</a>
            </>
          )}
        </p>
        <h1 className={name.startsWith('“') ? 'hanging-quote' : undefined}>
          {name} <SampleTag path={lang === 'en' ? 'name.en' : 'name.zh'} />
        </h1>
      </div>
      {config.lead && (
        <p className="lead">
          {say(config.lead, lang)} <SampleTag path="lead" />
        </p>
      )}
      {children}
    </div>
  )
}
