import { bodyRoles } from '~/domain/events/section'
import type { BodyRole } from '~/domain/events/section'
import type { EventConfig } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { Chapter } from './chapter'
import { SampleTag } from './sample-tag'

/** Who runs it, in the order in which such bodies are always printed, and how to reach them. */
export function EventBodies({ config: { bodies, owner, titleSponsor, contact } }: { config: EventConfig }) {
  const t = useT('site')
  const lang = useLang()
  const roles = (Object.keys(bodyRoles) as BodyRole[]).filter((role) => bodies[role])
  return (
    <Chapter id="bodies" title={t('event.bodies')} path="bodies">
      <dl className="bodies">
        {roles.map((role) => (
          <div key={role}>
            <dt>{say(bodyRoles[role], lang)}</dt>
            <dd>
              {bodies[role]?.map((name) => (
                <span key={name.zh}>{say(name, lang)}</span>
              ))}
            </dd>
          </div>
        ))}
        {roles.length === 0 && (
          <div>
            <dt>{say(bodyRoles.主办单位, lang)}</dt>
            <dd>{say(owner.name, lang)}</dd>
          </div>
        )}
        {titleSponsor && (
          <div>
            <dt>{t('event.titleSponsor')}</dt>
            <dd>
              {say(titleSponsor.name, lang)} {titleSponsor.note && <small>{say(titleSponsor.note, lang)}</small>}
            </dd>
          </div>
        )}
        {contact && (
          <div>
            <dt>{t('event.contact')}</dt>
            <dd className="contact">
              {[
                say(contact.name, lang),
                say(contact.hours, lang),
                contact.email && (
                  <a key="email" href={`mailto:${contact.email}`}>
                    {contact.email}
                  </a>
                ),
                contact.phone && (
                  <a key="phone" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
                    {contact.phone}
                  </a>
                ),
                contact.wechat && t('event.wechat', { id: contact.wechat }),
                say(contact.address, lang),
              ]
                .filter(Boolean)
                .map((part, index) => (
                  <span key={index}>{part}</span>
                ))}
              <SampleTag path="contact" />
            </dd>
          </div>
        )}
      </dl>
    </Chapter>
  )
}
