import { useState } from 'react'
import { useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'
import type { AuthorView, EditorView, PersonView } from './editor-view'

type ErrorsAt = (at: string) => string[] | undefined

/** Authors in the order in which they are named; rows not in use wait folded away. */
export function AuthorFields({ view, errorsAt }: { view: EditorView; errorsAt: ErrorsAt }) {
  const t = useT('entrant')
  return (
    <>
      <input type="hidden" name="authors.asked" value="1" />
      {view.authors.map((author, n) => {
        const fields = <AuthorRow key={n} n={n} author={author} view={view} errorsAt={errorsAt} />
        return n === 0 || author.id ? (
          <fieldset className="person" key={n}>
            <legend>{t('editor.author', { n: n + 1 })}</legend>
            {fields}
            {n > 0 && <p className="help">{t('editor.removeAuthor')}</p>}
          </fieldset>
        ) : (
          <details className="person person--more" key={n}>
            <summary>{t('editor.addAuthor', { n: n + 1 })}</summary>
            {fields}
          </details>
        )
      })}
      {view.instructors.length > 0 && <input type="hidden" name="instructors.asked" value="1" />}
      {view.instructors.map((person, n) =>
        person.name || person.organisation ? (
          <fieldset className="person" key={n}>
            <legend>{t('editor.instructor', { n: n + 1 })}</legend>
            <InstructorRow n={n} person={person} errorsAt={errorsAt} />
          </fieldset>
        ) : (
          <details className="person person--more" key={n}>
            <summary>{t('editor.addInstructor', { n: n + 1 })}</summary>
            <InstructorRow n={n} person={person} errorsAt={errorsAt} />
          </details>
        ),
      )}
    </>
  )
}

function AuthorRow({ n, author, view, errorsAt }: { n: number; author: AuthorView; view: EditorView; errorsAt: ErrorsAt }) {
  const t = useT('entrant')
  const [independent, setIndependent] = useState(author.independent)
  const part = (name: keyof AuthorView) => ({
    name: `author.${n}.${name}`,
    id: `author-${n}-${name}`,
    errors: errorsAt(`author.${n}.${name}`),
  })
  return (
    <div className="person-fields">
      <input type="hidden" name={`author.${n}.id`} value={author.id} />
      <TextField {...part('name')} label={t('editor.name')} defaultValue={author.name} autoComplete={n === 0 ? 'name' : 'off'} dir="auto" />
      <TextField
        {...part('nameLatin')}
        label={t('editor.nameLatin')}
        help={t('editor.nameLatinHelp')}
        defaultValue={author.nameLatin}
        autoComplete="off"
        optional={author.country === 'CN'}
      />
      <div className="person-place">
        <TextField
          {...part('organisation')}
          label={view.organisationLabel}
          defaultValue={author.organisation}
          autoComplete="organization"
          dir="auto"
          readOnly={independent}
        />
        {view.asksIndependent && (
          <label className="choice">
            <input
              type="checkbox"
              name={`author.${n}.independent`}
              value="yes"
              defaultChecked={author.independent}
              onChange={(event) => setIndependent(event.currentTarget.checked)}
            />
            <span>{t('editor.independent')}</span>
          </label>
        )}
      </div>
      <SelectField
        {...part('country')}
        label={t('editor.country')}
        defaultValue={author.country}
        options={view.countries}
        autoComplete="country"
      />
      {view.asksBirthday && <TextField {...part('bornOn')} label={t('editor.bornOn')} type="date" defaultValue={author.bornOn} />}
      <TextField
        {...part('mobile')}
        label={t('editor.mobile')}
        type="tel"
        defaultValue={author.mobile}
        autoComplete={n === 0 ? 'tel' : 'off'}
        optional={n > 0}
      />
      <TextField
        {...part('email')}
        label={t('editor.email')}
        type="email"
        defaultValue={author.email}
        autoComplete={n === 0 ? 'email' : 'off'}
        optional={n > 0}
      />
    </div>
  )
}

function InstructorRow({ n, person, errorsAt }: { n: number; person: PersonView; errorsAt: ErrorsAt }) {
  const t = useT('entrant')
  const part = (name: keyof PersonView) => ({
    name: `instructor.${n}.${name}`,
    id: `instructor-${n}-${name}`,
    errors: errorsAt(`instructor.${n}.${name}`),
  })
  return (
    <div className="person-fields">
      <input type="hidden" name={`instructor.${n}.id`} value={person.id} />
      <TextField {...part('name')} label={t('editor.name')} defaultValue={person.name} autoComplete="off" dir="auto" />
      <TextField
        {...part('organisation')}
        label={t('editor.organisation')}
        defaultValue={person.organisation}
        autoComplete="off"
        dir="auto"
        optional
      />
    </div>
  )
}
