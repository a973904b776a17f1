import { useLocalPath, useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'
import { Done, Section, useAccount, useReply, Wrong } from './profile-section'

export function AboutSection() {
  const t = useT('account')
  const { about } = useAccount()
  const reply = useReply()
  const mine = reply?.version !== undefined ? reply : undefined
  return (
    <Section id="about" title={t('profile.about')}>
      <Done when="saved">{t('profile.saved')}</Done>
      <Wrong field="about" />
      <form method="post">
        <input type="hidden" name="version" value={mine?.version ?? about.version} />
        <TextField
          name="name"
          label={t('profile.name')}
          help={t('profile.nameHelp')}
          errors={mine?.errors.name}
          defaultValue={mine?.typed?.name ?? about.name}
          autoComplete="name"
          required
          maxLength={120}
        />
        <TextField
          name="nameLatin"
          label={t('profile.nameLatin')}
          help={t('profile.nameLatinHelp')}
          errors={mine?.errors.nameLatin}
          defaultValue={mine?.typed?.nameLatin ?? about.nameLatin ?? ''}
          optional
          maxLength={120}
        />
        <SelectField
          name="locale"
          label={t('profile.locale')}
          errors={mine?.errors.locale}
          defaultValue={mine?.typed?.locale ?? about.locale}
          options={[
            { value: 'zh-CN', label: t('profile.zh') },
            { value: 'en', label: t('profile.en') },
          ]}
        />
        <button className="button button--act" name="intent" value="profile">
          {t('profile.save')}
        </button>
      </form>
    </Section>
  )
}

export function ContactsSection() {
  const t = useT('account')
  const { contacts, adding } = useAccount()
  const reply = useReply()
  return (
    <Section id="contacts" title={t('contacts.title')} lead={t('contacts.lead')}>
      <Done when="added">{t('contacts.added')}</Done>
      <Done when="removed">{t('contacts.removed')}</Done>
      <Wrong field="contacts" />
      <ul className="rows">
        {contacts.map(({ id, kind, shown }) => (
          <li key={id}>
            <span className="quiet small">{t(`contacts.${kind}`)}</span>
            <span className="num">{shown}</span>
            {contacts.length > 1 && (
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <button className="plain" name="intent" value="contact-remove" aria-label={`${t('contacts.remove')} ${shown}`}>
                  {t('contacts.remove')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <form method="post" className="code-field">
          <TextField
            name="code"
            label={t('contacts.code', { contact: adding })}
            errors={reply?.errors.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={13}
          />
          <div className="row">
            <button className="button" name="intent" value="contact-confirm">
              {t('contacts.confirm')}
            </button>
            <button className="plain" name="intent" value="contact-cancel">
              {t('contacts.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <form method="post">
          <TextField
            name="contact"
            label={t('contacts.add')}
            errors={reply?.errors.contact}
            defaultValue={reply?.typed?.contact}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
          />
          <button className="button" name="intent" value="contact-send">
            {t('contacts.send')}
          </button>
        </form>
      )}
    </Section>
  )
}

export function SecuritySection() {
  const t = useT('account')
  const to = useLocalPath()
  const { secondFactor, sessions, count } = useAccount()
  return (
    <Section id="security" title={t('security.title')}>
      <Done when="revoked">{t('security.revoked', { count })}</Done>
      {(secondFactor.set || secondFactor.wanted) && (
        <p className="factor">
          {secondFactor.set ? t('security.factorOn') : t('security.factorOff')}{' '}
          {!secondFactor.set && <a href={to('/sign-in/second-factor')}>{t('security.factorSet')}</a>}
        </p>
      )}
      <h3>{t('security.sessions')}</h3>
      <ul className="rows">
        {sessions.map(({ id, here, desk, device, seen }) => (
          <li key={id} className="session">
            <span>
              {device} {here && <span className="tag">{t('security.this')}</span>}{' '}
              {desk && <span className="tag">{t('security.desk')}</span>}
            </span>
            <span className="seen quiet small num">{t('security.seen', { time: seen })}</span>
            {!here && (
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <button className="plain" name="intent" value="session-revoke">
                  {t('security.revoke')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        {sessions.length > 1 && (
          <form method="post">
            <button className="button button--quiet" name="intent" value="sessions-revoke">
              {t('security.revokeAll')}
            </button>
          </form>
        )}
        <form method="post" action={to('/sign-out')}>
          <button className="button button--quiet">{t('security.signOut')}</button>
        </form>
      </div>
    </Section>
  )
}
