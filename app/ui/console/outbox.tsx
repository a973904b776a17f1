import { useLocalPath, useT } from '~/i18n/use-t'

type State = 'queued' | 'sent' | 'failed'

interface OutboxProps {
  slug: string
  state: State | null
  counts: Record<State, number>
  rows: {
    id: string
    channel: 'email' | 'sms'
    recipient: string
    subject: string
    text: string
    state: State
    attempts: number
    lastError: string | null
    createdAt: string
    sentAt: string | null
  }[]
}

/** Everything sent about this event; what did not arrive says why and can be tried again. */
export function Outbox({ slug, state, counts, rows }: OutboxProps) {
  const t = useT('console')
  const to = useLocalPath()
  const path = to(`/console/${slug}/notices`)
  const all = counts.queued + counts.sent + counts.failed
  const tab = (of: State | null, label: string, count: number) => (
    <a href={`${path}${of ? `?outbox=${of}` : ''}#outbox`} aria-current={state === of ? 'true' : undefined}>
      {label} <small>{count}</small>
    </a>
  )
  return (
    <section id="outbox">
      <h2>{t('outbox.title')}</h2>
      <div className="filters">
        {tab(null, t('entries.all'), all)}
        {tab('queued', t('noticeState.queued'), counts.queued)}
        {tab('sent', t('noticeState.sent'), counts.sent)}
        {tab('failed', t('noticeState.failed'), counts.failed)}
      </div>
      {rows.length === 0 ? (
        <p className="quiet small outbox-none">{t('outbox.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('outbox.subject')}</th>
                <th scope="col">{t('outbox.to')}</th>
                <th scope="col">{t('outbox.by')}</th>
                <th scope="col">{t('col.state')}</th>
                <th scope="col">{t('outbox.at')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('judges.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="wrap">
                    <details className="letter">
                      <summary>{row.subject || row.text.slice(0, 40)}</summary>
                      <pre>{row.text}</pre>
                    </details>
                  </th>
                  <td>{row.recipient || '—'}</td>
                  <td>{t(`channel.${row.channel}`)}</td>
                  <td className="wrap">
                    <span className={`state state--${row.state === 'sent' ? 'done' : row.state === 'queued' ? 'now' : 'returned'}`}>
                      {t(`noticeState.${row.state}`)}
                    </span>
                    {row.state === 'failed' && <small>{row.lastError === 'no-contact' ? t('outbox.noContact') : row.lastError}</small>}
                  </td>
                  <td>{row.sentAt ?? row.createdAt}</td>
                  <td>
                    {row.state === 'failed' && row.recipient && (
                      <form method="post" action={path}>
                        <input type="hidden" name="notice" value={row.id} />
                        <button className="plain" name="intent" value="retry">
                          {t('outbox.retry')}
                        </button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
