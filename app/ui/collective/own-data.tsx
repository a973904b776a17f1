import { useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'
import type { AuthorView } from '~/ui/entrant/editor-view'

interface OwnDataProps {
  author: AuthorView
  organisationLabel: string
  asksBirthday: boolean
  countries: { value: string; label: string }[]
  /** it can still be corrected */
  open: boolean
  /** what is wrong with it */
  wrong: { at: string; text: string }[]
}

/** What a work says about one of its authors, for that author to put right. */
export function OwnData({ author, organisationLabel, asksBirthday, countries, open, wrong }: OwnDataProps) {
  const t = useT('collective')
  const entrant = useT('entrant')
  const part = (name: keyof AuthorView) => ({ name: `author.0.${name}`, id: `own-${name}` })
  const facts = [author.name, author.nameLatin, author.organisation, author.mobile, author.email].filter(Boolean)
  return (
    <section className="part own-data" aria-labelledby="own-title">
      <h2 id="own-title">{t('own.title')}</h2>
      <p dir="auto">
        {facts.map((fact) => (
          <span key={fact} className="line">
            {fact}
          </span>
        ))}
      </p>
      {wrong.length > 0 && (
        <ul className="faults-list">
          {wrong.map(({ at, text }) => (
            <li key={at + text}>
              <b>{at}</b> {text}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <details open={wrong.length > 0}>
          <summary>{t('own.correct')}</summary>
          <form method="post">
            <input type="hidden" name="intent" value="correct" />
            <div className="person-fields">
              <TextField
                {...part('name')}
                label={entrant('editor.name')}
                defaultValue={author.name}
                autoComplete="name"
                dir="auto"
                required
              />
              <TextField
                {...part('nameLatin')}
                label={entrant('editor.nameLatin')}
                defaultValue={author.nameLatin}
                autoComplete="off"
                optional={author.country === 'CN'}
              />
              <TextField
                {...part('organisation')}
                label={organisationLabel}
                defaultValue={author.organisation}
                autoComplete="organization"
                dir="auto"
              />
              <SelectField
                {...part('country')}
                label={entrant('editor.country')}
                defaultValue={author.country}
                options={countries}
                autoComplete="country"
              />
              {asksBirthday && <TextField {...part('bornOn')} label={entrant('editor.bornOn')} type="date" defaultValue={author.bornOn} />}
              <TextField {...part('mobile')} label={entrant('editor.mobile')} type="tel" defaultValue={author.mobile} autoComplete="tel" />
              <TextField {...part('email')} label={entrant('editor.email')} type="email" defaultValue={author.email} autoComplete="email" />
            </div>
            <input type="hidden" name="author.0.independent" value={author.independent ? 'yes' : ''} />
            <button className="button">{t('own.save')}</button>
          </form>
        </details>
      )}
    </section>
  )
}
