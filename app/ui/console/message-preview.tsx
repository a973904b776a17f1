import { useLocalPath, useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'
import { CopyText } from './copy-text'

interface MessagePreviewProps {
  slug: string
  query: string
  whom: string
  typed: Record<string, string>
  preview: {
    works: number
    people: number
    messages: number
    group: { zh: string; en: string | null }
    samples: { receiver: string; subject: string; text: string }[]
  }
  refusal: string | null
  requestKey: string
}

/** How many messages to how many people, three of them as they will read, and the words for a WeChat group. */
export function MessagePreview({ slug, query, whom, typed, preview, refusal, requestKey }: MessagePreviewProps) {
  const t = useT('console')
  const to = useLocalPath()
  const { works, people, messages, group, samples } = preview
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('message.previewTitle', { messages })}</h1>
          <p>{whom}</p>
        </div>
      </header>
      {refusal && (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      <form method="post" action={to(`/console/${slug}/notices${query}`)} className="deed">
        <RequestKey value={requestKey} />
        <input type="hidden" name="expected" value={messages} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="button button--act" name="intent" value="send" disabled={messages === 0}>
          {t('message.send', { messages })}
        </button>
        <button className="button button--quiet" name="intent" value="edit">
          {t('message.edit')}
        </button>
        <p>{messages === 0 ? t('message.nobody') : t('message.sendWhat', { works, people, messages })}</p>
      </form>
      <h2>{t('message.samples')}</h2>
      <div className="samples">
        {samples.map((sample, n) => (
          <article key={n}>
            <h3>{sample.subject}</h3>
            <pre>{sample.text}</pre>
          </article>
        ))}
      </div>
      <h2>{t('message.group')}</h2>
      <p className="small quiet">{t('message.groupWhat')}</p>
      <div className="samples">
        <CopyText label="中文" text={group.zh} />
        {group.en && <CopyText label="English" text={group.en} />}
      </div>
    </>
  )
}
