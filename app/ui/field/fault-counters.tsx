import { type RunEntry, faultCount } from '~/domain/judging/measured/measurements'
import { useT } from '~/i18n/use-t'
import type { FieldSetup } from './field-setup'
import { useField } from './use-field'

interface Props {
  code: string
  part: string
  faults: FieldSetup['faults']
  records: readonly RunEntry[]
  locked: boolean
}

/** One tap a fault; a tap too many is taken off again. The count is everybody's: another referee's tap shows here too. */
export function FaultCounters({ code, part, faults, records, locked }: Props) {
  const t = useT('measure')
  const { store } = useField()
  return (
    <>
      {faults.map(({ criterion, name, items }) => (
        <fieldset className="field-faults" key={criterion} disabled={locked}>
          <legend>{name}</legend>
          {items.map((item) => {
            const count = faultCount(records, criterion, item.id).toNumber()
            const tap = (value: '1' | '-1') => store.press({ code, kind: 'fault', part, criterion, item: item.id, value })
            return (
              <div key={item.id}>
                <span>{item.name}</span>
                <button
                  type="button"
                  aria-label={t('faults.less', { name: item.name })}
                  disabled={locked || count === 0}
                  onClick={() => tap('-1')}
                >
                  −
                </button>
                <output aria-label={t('faults.count', { name: item.name })}>{count}</output>
                <button type="button" aria-label={t('faults.more', { name: item.name })} onClick={() => tap('1')}>
                  +
                </button>
              </div>
            )
          })}
        </fieldset>
      ))}
    </>
  )
}
