import type { PublishedAuthor, PublishedWork } from '~/domain/judging/published-works.server'
import { countryName } from '~/i18n/countries'
import { useLang } from '~/i18n/use-t'
import { useContestT } from './use-contest-t'

/** Who made a work and who taught it: names with school, employer or country, as they were given. */
export function WorkPeople({ work: { authors, instructors } }: { work: Pick<PublishedWork, 'authors' | 'instructors'> }) {
  const t = useContestT()
  return (
    <>
      {authors.map((author, at) => (
        <p key={at}>
          <Person person={author} />
        </p>
      ))}
      {instructors.length > 0 && (
        <p className="instructors">
          {t('results.instructors')}
          {t('colon')}
          {instructors.map((teacher, at) => (
            <span key={at}>
              {at > 0 && t('semicolon')}
              <Person person={teacher} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function Person({ person }: { person: PublishedAuthor }) {
  const t = useContestT()
  const lang = useLang()
  const { name, nameLatin, organisation, independent, country } = person
  const latin = lang === 'en' && nameLatin ? nameLatin : null
  const from = [organisation || (independent ? t('results.independent') : ''), country === 'CN' ? '' : countryName(country, lang)].filter(
    Boolean,
  )
  return (
    <>
      <b>{latin ?? name}</b>
      {latin && latin !== name && <span lang="zh-CN"> {name}</span>}
      {from.length > 0 && <span className="from"> {from.join(lang === 'en' ? ', ' : '，')}</span>}
    </>
  )
}
