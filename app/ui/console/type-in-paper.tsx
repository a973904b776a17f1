import { useT } from '~/i18n/use-t'
import type { EditorView } from '~/ui/entrant/editor-view'
import { Choice, TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

type PaperField = 'received' | 'signer' | 'waybill' | 'arrived'

interface TypeInPaperProps {
  entry: { sha256: string; view: EditorView }
  action: string
  /** today in the event's zone, 2026-11-20 */
  today: string
  requestKey: string
  values: Record<string, string> | null
  wrong: Partial<Record<PaperField, string>>
}

/** What is missing, the paper statement as it came, and handing in on the authors' behalf. */
export function TypeInPaper({ entry, action, today, requestKey, values, wrong }: TypeInPaperProps) {
  const t = useT('console')
  const { missing } = entry.view
  const errors = (name: PaperField) => (wrong[name] ? [wrong[name]] : undefined)
  return (
    <section>
      <h2>{t('typeIn.paper')}</h2>
      {missing.length > 0 ? (
        <div className="notice">
          <p>{t('typeIn.missing', { count: missing.length })}</p>
          <ul className="type-in-faults">
            {missing.map(({ at, label, text }) => (
              <li key={`${at} ${text}`}>
                <a href={`#${at.replaceAll('.', '-')}`}>{label}</a>
                {t('colon')}
                {text}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <form method="post" action={action} noValidate>
          <p className="small">{t('typeIn.paperLead')}</p>
          <RequestKey value={requestKey} />
          <input type="hidden" name="reviewed" value={entry.sha256} />
          <Choice
            name="received"
            value="yes"
            label={t('typeIn.received')}
            defaultChecked={values?.received === 'yes'}
            errors={errors('received')}
          />
          <TextField
            name="signer"
            label={t('typeIn.signer')}
            maxLength={80}
            defaultValue={values?.signer ?? entry.view.authors[0]?.name}
            errors={errors('signer')}
          />
          <div className="type-in-pair">
            <TextField
              name="waybill"
              label={t('typeIn.waybill')}
              maxLength={40}
              defaultValue={values?.waybill}
              errors={errors('waybill')}
              autoComplete="off"
            />
            <TextField
              name="arrived"
              type="date"
              label={t('typeIn.arrived')}
              max={today}
              defaultValue={values?.arrived ?? today}
              errors={errors('arrived')}
            />
          </div>
          <div className="deed">
            <button className="button button--act" name="intent" value="submit">
              {t('typeIn.submit')}
            </button>
            <p>{t('typeIn.submitWhat')}</p>
          </div>
        </form>
      )}
    </section>
  )
}
