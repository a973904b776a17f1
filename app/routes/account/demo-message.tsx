import { useT } from '~/i18n/use-t'

interface Message {
  subject: string
  recipient: string
  when: string
  text: string
  html: string | null
  channel: 'email' | 'sms'
  /** addresses of this site in the text */
  links: string[]
}

/** One message of the demo inbox: the mail as designed in a frame that can do nothing but open links, and its text. */
export function OpenMessage({ message, back }: { message: Message; back: string }) {
  const t = useT('account')
  return (
    <article>
      <p className="inbox-back">
        <a href={back}>{t('messages.back')}</a>
      </p>
      <h2>{message.subject}</h2>
      <p className="quiet small num">
        {message.recipient} · {message.when}
      </p>
      {message.links.length > 0 && (
        <nav className="inbox-links" aria-label={t('messages.links')}>
          {message.links.map((url) => (
            <a key={url} href={url}>
              {url}
            </a>
          ))}
        </nav>
      )}
      {message.html ? (
        <>
          <iframe title={t('messages.frame')} srcDoc={message.html} sandbox="allow-popups allow-popups-to-escape-sandbox" />
          <details>
            <summary>{t('messages.text')}</summary>
            <pre>{message.text}</pre>
          </details>
        </>
      ) : (
        <pre className="sms">{message.text}</pre>
      )}
    </article>
  )
}
