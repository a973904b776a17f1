import { reasonsFor, type CheckReason, type CheckTopic } from '~/domain/entries/precheck/reasons'
import { useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'
import type { ReactNode } from 'react'

interface CheckFormProps {
  action: string
  /** `id:version` of every work the decision is about */
  seen: string[]
  topics: CheckTopic[]
  requestKey: string
  /** what each topic should be looked at beside */
  evidence?: Partial<Record<CheckTopic, ReactNode>>
  /** what was ticked and typed before a refusal */
  kept?: { reasons: string[]; note: string }
  refusal?: string | null
  /** where to go after the decision */
  next?: string
  /** a decision that takes no reasons */
  reasonless?: boolean
  children: ReactNode
}

/** The checklist: a fault ticked is a reason told. What is decided stands in the buttons. */
export function CheckForm({ action, seen, topics, requestKey, evidence = {}, kept, refusal, next, reasonless, children }: CheckFormProps) {
  const t = useT('console')
  const box = (reason: CheckReason) => (
    <label key={reason} className="choice">
      <input type="checkbox" name="reasons" value={reason} defaultChecked={kept?.reasons.includes(reason)} />
      <span>{t(`reason.${reason}.label`)}</span>
    </label>
  )
  return (
    <form method="post" action={action} className="checklist">
      <RequestKey value={requestKey} />
      {seen.map((value) => (
        <input key={value} type="hidden" name="entries" value={value} />
      ))}
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      {topics.map((topic) => (
        <fieldset key={topic}>
          <legend>{t(`topic.${topic}`)}</legend>
          {evidence[topic]}
          <div className="faults">{reasonsFor(topic).map(box)}</div>
        </fieldset>
      ))}
      {!reasonless && (
        <fieldset>
          <legend className="visually-hidden">{t('topic.other')}</legend>
          <div className="faults">{reasonsFor(null).map(box)}</div>
          <div className="field">
            <label htmlFor="note">{t('precheck.note')}</label>
            <textarea id="note" name="note" rows={2} maxLength={500} defaultValue={kept?.note} />
          </div>
        </fieldset>
      )}
      {refusal && (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      {children}
    </form>
  )
}
