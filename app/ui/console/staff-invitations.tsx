import { useLang, useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'

export interface OpenInvitation {
  id: string
  name: string
  role: 'organiser' | 'clerk' | 'finance'
  contact: string
  until: string
  expired: boolean
}

/** Invitations that nobody has accepted yet. */
export function StaffInvitations({ open }: { open: OpenInvitation[] }) {
  const t = useT('console')
  if (open.length === 0) return null
  return (
    <section>
      <h2>
        {t('staff.open')}
        <small>{open.length}</small>
      </h2>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              {(['name', 'role', 'contact', 'until', 'actions'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`staff.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.map((one) => (
              <tr key={one.id}>
                <th scope="row" className="wrap">
                  {one.name}
                </th>
                <td>{t(`staff.roleName.${one.role}`)}</td>
                <td>{one.contact}</td>
                <td className="num start">{one.expired ? t('staff.expired') : one.until}</td>
                <td>
                  <form method="post">
                    <input type="hidden" name="invitation" value={one.id} />
                    <button className="plain" name="intent" value="revoke">
                      {t('staff.revoke')}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

export type InviteField = 'name' | 'contact' | 'role'

/** One more person on this event's staff. */
export function StaffInvite({ values, wrong }: { values: Record<string, string> | null; wrong: Partial<Record<InviteField, string>> }) {
  const t = useT('console')
  const lang = useLang()
  const errors = (name: InviteField) => (wrong[name] ? [wrong[name]] : undefined)
  const roles = ['organiser', 'clerk', 'finance'] as const
  return (
    <section>
      <h2>{t('staff.invite')}</h2>
      <form method="post" className="seat-form" noValidate>
        <TextField name="name" label={t('staff.name')} required maxLength={60} defaultValue={values?.name} errors={errors('name')} />
        <TextField
          name="contact"
          label={t('staff.contact')}
          help={t('staff.contactHelp')}
          required
          maxLength={254}
          defaultValue={values?.contact}
          errors={errors('contact')}
        />
        <SelectField
          name="role"
          label={t('staff.role')}
          defaultValue={values?.role ?? 'clerk'}
          errors={errors('role')}
          options={roles.map((value) => ({ value, label: t(`staff.roleName.${value}`) }))}
        />
        <SelectField
          name="locale"
          label={t('staff.locale')}
          defaultValue={values?.locale ?? lang}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <TextField name="note" label={t('staff.note')} maxLength={300} defaultValue={values?.note} optional />
        <div className="deed">
          <button className="button button--act" name="intent" value="invite">
            {t('staff.send')}
          </button>
          <p>{t('staff.what')}</p>
        </div>
      </form>
    </section>
  )
}
