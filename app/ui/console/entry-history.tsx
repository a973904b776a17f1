import type { EntryView } from '~/routes/console/entry-view.server'
import { checkReasonIds } from '~/domain/entries/precheck/reasons'
import { useT } from '~/i18n/use-t'

/** What happened to a work: decisions, versions with their checksums, what was signed, what was sent. */
export function EntryHistory({ entry }: { entry: EntryView }) {
  const t = useT('console')
  return (
    <>
      <h2>
        {t('entry.checks')} <small>{entry.checks.length}</small>
      </h2>
      {entry.checks.length === 0 ? (
        <p className="quiet small">{t('entry.noChecks')}</p>
      ) : (
        <ul className="plain-list">
          {entry.checks.map((check) => (
            <li key={check.id}>
              <strong>{t(`decision.${check.decision}`)}</strong> · {check.by} · {check.at}
              {check.version !== null && ` · ${t('entry.version', { version: check.version })}`}
              {(check.reasons.length > 0 || check.note) && (
                <p>
                  {[...checkReasonIds.filter((id) => check.reasons.includes(id)).map((id) => t(`reason.${id}.label`)), check.note]
                    .filter(Boolean)
                    .join(t('listComma'))}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <h2>
        {t('entry.versions')} <small>{entry.versions.length}</small>
      </h2>
      <ul className="plain-list">
        {entry.versions.map((version) => (
          <li key={version.version}>
            {t('entry.version', { version: version.version })} · {version.at} · {version.by}{' '}
            <code className="hash">SHA-256 {version.sha256}</code>
          </li>
        ))}
      </ul>
      {entry.files.length > 0 && (
        <>
          <h2>
            {t('entry.files')} <small>{entry.files.length}</small>
          </h2>
          <ul className="plain-list">
            {entry.files.map((file) => (
              <li key={file.id}>
                {file.slot} · {file.name} · {file.facts} {file.sha256 && <code className="hash">SHA-256 {file.sha256}</code>}
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.statements.length > 0 && (
        <>
          <h2>
            {t('entry.statements')} <small>{entry.statements.length}</small>
          </h2>
          {entry.statements.map((statement) => (
            <details key={statement.id} className="statement">
              <summary>
                {t(`statement.${statement.kind}`)} · {t('entry.signedBy', { name: statement.signature, at: statement.at })}
              </summary>
              <p>{statement.text}</p>
              <code className="hash">SHA-256 {statement.textHash}</code>
            </details>
          ))}
        </>
      )}
      <h2>
        {t('entry.notices')} <small>{entry.notices.length}</small>
      </h2>
      {entry.notices.length === 0 ? (
        <p className="quiet small">{t('entry.noNotices')}</p>
      ) : (
        <ul className="plain-list">
          {entry.notices.map((notice) => (
            <li key={notice.id}>
              {notice.subject} · {t(`channel.${notice.channel}`)}
              {notice.recipient && ` · ${notice.recipient}`} · {notice.at} ·{' '}
              <span className={`state state--${notice.state === 'sent' ? 'done' : 'now'}`}>{t(`noticeState.${notice.state}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
