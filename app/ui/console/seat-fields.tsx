import { useLang, useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface SeatFieldsProps {
  requestKey: string
  /** what was typed before a refusal */
  values: Record<string, string> | null
}

/** One more seat: with a contact the invitation goes out at once, without one a card is printed later. */
export function SeatFields({ requestKey, values }: SeatFieldsProps) {
  const t = useT('console')
  const lang = useLang()
  const roles = ['judge', 'chair', 'silent-chair', 'adviser'] as const
  return (
    <section>
      <h2>{t('judges.addTitle')}</h2>
      <form method="post" className="seat-form">
        <RequestKey value={requestKey} />
        <input type="hidden" name="intent" value="add" />
        <TextField name="name" label={t('judges.name')} required maxLength={60} defaultValue={values?.name} />
        <TextField
          name="affiliation"
          label={t('judges.affiliation')}
          help={t('judges.affiliationHelp')}
          maxLength={80}
          defaultValue={values?.affiliation}
          optional
        />
        <SelectField
          name="role"
          label={t('judges.role')}
          defaultValue={values?.role ?? 'judge'}
          options={roles.map((value) => ({ value, label: t(`seatRole.${value}`) }))}
        />
        <TextField
          name="contact"
          label={t('judges.contact')}
          help={t('judges.contactHelp')}
          maxLength={254}
          defaultValue={values?.contact}
          optional
        />
        <SelectField
          name="locale"
          label={t('judges.locale')}
          defaultValue={values?.locale ?? lang}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <TextField name="note" label={t('judges.note')} maxLength={300} defaultValue={values?.note} optional />
        <div className="deed">
          <button className="button">{t('judges.add')}</button>
          <p>{t('judges.addWhat')}</p>
        </div>
      </form>
    </section>
  )
}
