import { useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'

interface PinnedWorksProps {
  pins: { seat: string; label: string; code: string; title: string }[]
  count: number
  /** judges who can be given a work */
  judges: { id: string; label: string; name: string }[]
  over: boolean
}

/** Works tied to a judge by hand: they stay whenever works are assigned again. */
export function PinnedWorks({ pins, count, judges, over }: PinnedWorksProps) {
  const t = useT('console')
  return (
    <section id="pins">
      <h2>
        {t('assign.pins')} <small>{count}</small>
      </h2>
      {pins.length === 0 ? (
        <p className="quiet small">{t('assign.noPins')}</p>
      ) : (
        <ul className="plain-list">
          {pins.map((pin) => (
            <li key={`${pin.seat} ${pin.code}`}>
              <form method="post" className="row">
                <input type="hidden" name="seat" value={pin.seat} />
                <input type="hidden" name="code" value={pin.code} />
                <span>
                  {pin.label} · {pin.code} {pin.title}
                </span>
                {!over && (
                  <button
                    className="plain"
                    name="intent"
                    value="loosen"
                    aria-label={t('assign.loosenOne', { label: pin.label, code: pin.code })}
                  >
                    {t('assign.loosen')}
                  </button>
                )}
              </form>
            </li>
          ))}
        </ul>
      )}
      {!over && judges.length > 0 && (
        <form method="post" className="seat-form">
          <TextField name="code" label={t('col.code')} required maxLength={40} />
          <SelectField
            name="seat"
            label={t('judges.label')}
            options={judges.map(({ id, label, name }) => ({ value: id, label: `${label} ${name}` }))}
          />
          <div className="deed">
            <button className="button" name="intent" value="pin">
              {t('assign.pin')}
            </button>
            <p>{t('assign.pinWhat')}</p>
          </div>
        </form>
      )}
    </section>
  )
}
