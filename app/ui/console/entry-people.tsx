import { useT } from '~/i18n/use-t'

interface Person {
  name: string
  nameLatin: string | null
  organisation: string
  country: string | null
  mobile: string | null
  email: string | null
}

/** Who made a work and who taught it; contacts where one may see them. */
export function EntryPeople({ entry }: { entry: { authors: Person[]; instructors: Person[]; group: string } }) {
  const t = useT('console')
  const line = (person: Person) => (
    <>
      {person.name}
      {person.nameLatin && person.nameLatin !== person.name && ` (${person.nameLatin})`}
      <small>{[person.organisation || t('entry.independent'), person.country].filter(Boolean).join(' · ')}</small>
      {(person.mobile ?? person.email) && <small>{[person.mobile, person.email].filter(Boolean).join(' · ')}</small>}
    </>
  )
  return (
    <dl className="facts facts--tight people">
      {entry.authors.map((person, n) => (
        <div key={`a${n}`}>
          <dt>{n === 0 ? t('entry.author') : t('entry.coAuthor')}</dt>
          <dd>{line(person)}</dd>
        </div>
      ))}
      {entry.instructors.map((person, n) => (
        <div key={`i${n}`}>
          <dt>{t('col.instructors')}</dt>
          <dd>{line(person)}</dd>
        </div>
      ))}
    </dl>
  )
}
