import { useT } from '~/i18n/use-t'
import { AuthorFields } from '~/ui/entrant/author-fields'
import type { EditorView } from '~/ui/entrant/editor-view'
import { WorkField } from '~/ui/entrant/work-fields'
import { SelectField } from '~/ui/field'

/** Answers and authors as they stand on paper: the questions an entrant would see, in one plain form. */
export function TypeInWork({ view, action }: { view: EditorView; action: string }) {
  const t = useT('console')
  // what is still empty is listed below; here only what is there and wrong
  const errorsAt = (at: string) => {
    const found = view.missing.filter((one) => one.at === at && !one.empty).map(({ text }) => text)
    return found.length > 0 ? found : undefined
  }
  return (
    <section>
      <h2>{t('typeIn.work')}</h2>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="version" value={view.version} />
        <fieldset>
          <legend className="visually-hidden">{t('typeIn.work')}</legend>
          <div className="type-in-pair">
            <SelectField name="group" label={t('col.group')} defaultValue={view.group.value} options={view.group.options} />
            {view.track && (
              <SelectField name="track" label={t('col.track')} defaultValue={view.track.value ?? ''} options={view.track.options} />
            )}
          </div>
          {view.fields.map((field) => (
            <WorkField key={field.id} field={field} errors={errorsAt(`field.${field.id}`)} />
          ))}
        </fieldset>
        <AuthorFields view={view} errorsAt={errorsAt} />
        <div className="deed">
          <button className="button" name="intent" value="save">
            {t('typeIn.save')}
          </button>
          <p>{t('typeIn.saveWhat')}</p>
        </div>
      </form>
    </section>
  )
}
