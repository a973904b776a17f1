import { rightsModels } from '~/domain/entries/rights-models'
import type { Contest } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { Chapter } from './chapter'
import { SampleTag } from './sample-tag'

/** What an entrant will sign, to be read before: who owns the work, and the declaration of originality. */
export function EventRights({ contest: { rights, statement } }: { contest: Contest }) {
  const t = useT('site')
  const lang = useLang()
  const model = rightsModels[rights.model]
  return (
    <Chapter id="rights" title={t('event.rights')} note={t('event.rightsNote')}>
      <div className="reading">
        <h3 className="within">
          {say(model.name, lang)} <SampleTag path="contest.rights" />
        </h3>
        <p>{say(model.text, lang)}</p>
        {rights.note && <p>{say(rights.note, lang)}</p>}
        <h3 className="within">
          {t('event.statement')} <SampleTag path="contest.statement" />
        </h3>
        <details className="unfold">
          <summary>{t('event.readStatement')}</summary>
          <p className="as-written">{say(statement, lang).trim()}</p>
        </details>
      </div>
    </Chapter>
  )
}
