import { mergeFields } from '~/domain/entries/messages/merge-fields'
import { useLocalPath, useT } from '~/i18n/use-t'
import { TextArea, TextField } from '~/ui/field'

interface MessageComposeProps {
  slug: string
  query: string
  /** the filter in words */
  whom: string
  works: number
  typed: Record<string, string> | null
  refusal: string | null
}

/** A message to everybody behind the filtered works, in both languages. Nothing is sent before it was seen. */
export function MessageCompose({ slug, query, whom, works, typed, refusal }: MessageComposeProps) {
  const t = useT('console')
  const to = useLocalPath()
  return (
    <form method="post" action={to(`/console/${slug}/notices${query}`)} className="compose">
      <p className="whom">
        <strong>{t('message.whom')}</strong> {whom} · {t('entries.sum', { count: works })}{' '}
        <a href={to(`/console/${slug}/entries${query}`)}>{t('message.otherWhom')}</a>
      </p>
      {refusal && (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      <div className="two">
        <div lang="zh-CN">
          <TextField name="subjectZh" label={t('message.subjectZh')} maxLength={80} defaultValue={typed?.subjectZh} />
          <TextArea name="bodyZh" label={t('message.bodyZh')} maxLength={2000} rows={8} defaultValue={typed?.bodyZh} />
        </div>
        <div lang="en">
          <TextField name="subjectEn" label={t('message.subjectEn')} maxLength={120} defaultValue={typed?.subjectEn} optional />
          <TextArea name="bodyEn" label={t('message.bodyEn')} maxLength={3000} rows={8} defaultValue={typed?.bodyEn} optional />
        </div>
      </div>
      <p className="small quiet">
        {t('message.fields')}{' '}
        {mergeFields.map((field) => (
          <span key={field}>
            <code>{`{${field}}`}</code> {t(`mergeField.${field}`)}{' '}
          </span>
        ))}
      </p>
      <div className="deed">
        <button className="button button--act" name="intent" value="preview" disabled={works === 0}>
          {t('message.preview')}
        </button>
        <p>{works === 0 ? t('message.nobody') : t('message.previewWhat')}</p>
      </div>
    </form>
  )
}
