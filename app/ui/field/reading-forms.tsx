import { useState } from 'react'
import type { RunEntry } from '~/domain/judging/measured/measurements'
import { mayRecord } from '~/domain/judging/measured/settle-records'
import { useT } from '~/i18n/use-t'
import type { FieldSetup } from './field-setup'
import { useField } from './use-field'

interface Props {
  code: string
  part: string
  readings: FieldSetup['readings']
  records: readonly RunEntry[]
  locked: boolean
  started: boolean
}

/** Meters and counts read off the machine; the ones before stay in sight. */
export function ReadingForms({ readings, ...props }: Props) {
  return readings.map((reading) => <ReadingForm key={reading.criterion} reading={reading} {...props} />)
}

function ReadingForm({
  code,
  part,
  reading,
  records,
  locked,
  started,
}: Omit<Props, 'readings'> & { reading: FieldSetup['readings'][number] }) {
  const t = useT('measure')
  const { store } = useField()
  const [value, setValue] = useState('')
  const given = records.filter(({ kind, criterion }) => kind === 'reading' && criterion === reading.criterion)
  const may = !locked && started && mayRecord(store.setup.role, 'reading')
  const id = `reading-${reading.criterion}`
  const plain = value.trim().replace(',', '.')
  const outside =
    reading.plausible !== null && plain !== '' && (Number(plain) < reading.plausible.min || Number(plain) > reading.plausible.max)
  return (
    <form
      className="field-reading"
      onSubmit={(event) => {
        event.preventDefault()
        if (!/^\d{1,8}(\.\d{1,3})?$/.test(plain)) return
        store.press({ code, kind: 'reading', part, criterion: reading.criterion, value: plain, confirmed: outside })
        setValue('')
      }}
    >
      <label htmlFor={id}>
        {reading.name} <small>{reading.unit}</small>
      </label>
      <p className="quiet">
        {given.length > 0
          ? given.map((one) => one.value).join(' → ')
          : started
            ? reading.meter
              ? t('readings.first')
              : t('readings.none')
            : t('readings.notStarted')}
      </p>
      {may && (
        <div>
          <input
            id={id}
            inputMode="decimal"
            pattern="\d{1,8}([.,]\d{1,3})?"
            autoComplete="off"
            value={value}
            required
            onChange={(event) => setValue(event.target.value)}
            aria-describedby={outside ? `${id}-ask` : undefined}
          />
          <button className="button">{outside ? t('field.meant') : t('readings.keep')}</button>
        </div>
      )}
      {outside && (
        <p className="wrong" id={`${id}-ask`} role="alert">
          {t('readings.outside', { min: reading.plausible?.min ?? 0, max: reading.plausible?.max ?? 0 })}
        </p>
      )}
    </form>
  )
}
