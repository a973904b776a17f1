import { useT } from '~/i18n/use-t'
import { SelectField, TextArea, TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'
import type { Quantity } from './record-board'

interface Props {
  corrections: {
    id: string
    entry: string
    code: string
    what: string
    before: string | null
    after: string | null
    reason: string
    state: 'asked' | 'agreed' | 'declined'
    askedBy: string
    decidedBy: string | null
    own: boolean
    askedAt: string
    decidedAt: string | null
  }[]
  /** the entry a correction may be asked for; null: choose one first, or nothing may be changed any more */
  chosen: { entry: string; code: string } | null
  changeable: boolean
  quantities: Quantity[]
  path: string
  requestKey: string
  typed: { quantity: string; value: string; reason: string } | null
}

/** Corrections after the sheet was confirmed: asked for by one person, agreed to by another, with both values and the reason. */
export function Corrections({ corrections, chosen, changeable, quantities, path, requestKey, typed }: Props) {
  const t = useT('measure')
  const value = (text: string | null) => text ?? t('records.notTaken')
  return (
    <section id="corrections">
      <h2>
        {t('corrections.title')} <small>{corrections.length}</small>
      </h2>
      <p className="quiet small">{t('corrections.text')}</p>
      {corrections.length > 0 && (
        <div className="table-scroll" tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('records.code')}</th>
                <th scope="col">{t('records.what')}</th>
                <th scope="col" className="num">
                  {t('corrections.before')}
                </th>
                <th scope="col" className="num">
                  {t('corrections.after')}
                </th>
                <th scope="col">{t('records.reason')}</th>
                <th scope="col">{t('corrections.asked')}</th>
                <th scope="col">{t('corrections.decided')}</th>
              </tr>
            </thead>
            <tbody>
              {corrections.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="num start">
                    {row.code}
                  </th>
                  <td>{row.what}</td>
                  <td className="num">{row.before === null ? t('corrections.none') : <s>{row.before}</s>}</td>
                  <td className="num">{value(row.after)}</td>
                  <td className="wrap">{row.reason}</td>
                  <td>
                    {row.askedBy}
                    <small>{row.askedAt}</small>
                  </td>
                  <td>
                    {row.state !== 'asked' ? (
                      <>
                        {t(`corrections.${row.state}`, { name: row.decidedBy ?? '' })}
                        <small>{row.decidedAt}</small>
                      </>
                    ) : (
                      <form method="post" action={path}>
                        <input type="hidden" name="correction" value={row.id} />
                        {!row.own && changeable && (
                          <button className="button button--small" name="intent" value="agree">
                            {t('corrections.agree')}
                          </button>
                        )}{' '}
                        {changeable && (
                          <button className="button button--small button--quiet" name="intent" value="decline">
                            {t(row.own ? 'corrections.withdraw' : 'corrections.decline')}
                          </button>
                        )}
                        {row.own && <small>{t('corrections.needsOther')}</small>}
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen ? (
        <form method="post" action={`${path}?entry=${chosen.entry}#corrections`} className="deed-form">
          <h3>{t('corrections.ask', { code: chosen.code })}</h3>
          <RequestKey value={requestKey} />
          <input type="hidden" name="entry" value={chosen.entry} />
          <SelectField
            name="quantity"
            label={t('records.what')}
            defaultValue={typed?.quantity}
            options={quantities.map(({ key, name, item }) => ({ value: key, label: item === '' ? name : `${name} · ${item}` }))}
          />
          <TextField
            name="value"
            label={t('corrections.value')}
            help={t('corrections.valueHelp')}
            inputMode="decimal"
            maxLength={16}
            defaultValue={typed?.value ?? ''}
          />
          <TextArea
            name="reason"
            label={t('records.reason')}
            rows={2}
            required
            minLength={4}
            maxLength={500}
            defaultValue={typed?.reason ?? ''}
          />
          <button className="button button--act" name="intent" value="ask">
            {t('corrections.askNow')}
          </button>
        </form>
      ) : (
        changeable && <p className="quiet small">{t('corrections.choose')}</p>
      )}
    </section>
  )
}
