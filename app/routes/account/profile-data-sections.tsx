import { useLocalPath, useT } from '~/i18n/use-t'
import { Done, Section, useAccount } from './profile-section'

export function ConsentsSection() {
  const t = useT('account')
  const { consents } = useAccount()
  return (
    <Section id="consents" title={t('consents.title')} lead={t('consents.lead')}>
      <Done when="withdrawn">{t('consents.done')}</Done>
      {consents.length === 0 && <p className="quiet">{t('consents.none')}</p>}
      <ul className="rows">
        {consents.map((consent) => (
          <li key={consent.id} className="consent">
            <div>
              <p>
                <Square full={!consent.withdrawn} /> <strong>{t(`consents.${consent.kind}`)}</strong>{' '}
                <span className="quiet">{consent.event}</span>
              </p>
              <p className="quiet small">
                {consent.given}
                {consent.withdrawn && ` · ${consent.withdrawn}`}
              </p>
              <details className="small">
                <summary>{t('consents.text')}</summary>
                <p>{consent.text}</p>
              </details>
            </div>
            {!consent.withdrawn && (
              <form method="post">
                <input type="hidden" name="id" value={consent.id} />
                <button
                  className="button button--quiet button--small"
                  name="intent"
                  value="consent-withdraw"
                  aria-label={`${t('consents.withdraw')}: ${t(`consents.${consent.kind}`)}, ${consent.event}`}
                >
                  {t('consents.withdraw')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Consent is a square: full while it stands, empty when withdrawn; the word stands beside it. */
const Square = ({ full }: { full: boolean }) => <span className={full ? 'square square--full' : 'square'} aria-hidden="true" />

export function DisclosuresSection() {
  const t = useT('account')
  const to = useLocalPath()
  const { disclosures } = useAccount()
  return (
    <Section id="disclosures" title={t('disclosures.title')} lead={t('disclosures.lead')}>
      {disclosures.length === 0 ? (
        <p className="quiet">{t('disclosures.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0}>
          <table className="table stack">
            <thead>
              <tr>
                {(['when', 'receiver', 'purpose', 'event'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`disclosures.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {disclosures.map((row) => (
                <tr key={row.id}>
                  <td className="num" data-label={t('disclosures.when')}>
                    {row.when}
                  </td>
                  <td data-label={t('disclosures.receiver')}>{row.receiver}</td>
                  <td data-label={t('disclosures.purpose')}>{row.purpose}</td>
                  <td data-label={t('disclosures.event')}>{row.event}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="after">
        <a href={to('/account/my-data')}>{t('myData.link')}</a>
      </p>
    </Section>
  )
}
