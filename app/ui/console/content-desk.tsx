import { contentReasons } from '~/domain/entries/content-review/content-state'
import type { ContentReason } from '~/domain/entries/content-review/content-state'
import { useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'

export interface ContentView {
  id: string
  version: number
  code: string
  title: string
  standing: 'waiting' | 'once' | 'passed' | 'refused'
  own: boolean
  texts: { id: string; label: string; text: string }[]
  files: { id: string; label: string; view: string; thumb: string }[]
  verdicts: { decision: 'pass' | 'refuse' | 'reopen'; reasons: ContentReason[]; note: string; by: string; at: string }[]
}

interface ContentDeskProps {
  path: string
  /** the list’s query with changes */
  query: (given: Record<string, string>) => string
  works: ContentView[]
  chosen: string | null
  kept?: { reasons: string[]; note: string }
  requestKey: string
}

/** One work as the public would see it, its pictures large, and the verdict a key away. */
export function ContentDesk({ path, query, works, chosen, kept, requestKey }: ContentDeskProps) {
  const t = useT('content')
  const at = Math.max(
    0,
    works.findIndex(({ id }) => id === chosen),
  )
  const work = works[at]
  if (!work) return null
  const [previous, next] = [works[at - 1], works[at + 1]]
  const decided = work.standing === 'passed' || work.standing === 'refused'
  return (
    <div className="content-desk">
      <div className="content-pictures">
        {work.files.map(({ id, label, view }, n) => (
          <figure key={id}>
            <a href={view} target="_blank" rel="noreferrer">
              <img src={view} alt={`${work.code} · ${label}`} loading={n === 0 ? 'eager' : 'lazy'} />
            </a>
            <figcaption>{label}</figcaption>
          </figure>
        ))}
        {work.files.length === 0 && <p className="empty">{t('noPicture')}</p>}
      </div>
      <div className="content-side">
        <p className="steps">
          {previous && (
            <a className="button button--quiet button--small" href={`${path}?${query({ entry: previous.id })}`} data-key="ArrowLeft">
              ← {t('previous')}
            </a>
          )}
          <span className="num">{t('place', { at: at + 1, of: works.length })}</span>
          {next && (
            <a className="button button--quiet button--small" href={`${path}?${query({ entry: next.id })}`} data-key="ArrowRight">
              {t('next')} →
            </a>
          )}
        </p>
        <h2>
          <bdi>{work.title}</bdi> <small className="num">{work.code}</small>
        </h2>
        <p>
          <b>{t(`standing.${work.standing}`)}</b>
          {work.own && <span> {t('own')}</span>}
        </p>
        <dl className="facts">
          {work.texts.map(({ id, label, text }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
        {work.verdicts.length > 0 && (
          <ul className="plain-list">
            {work.verdicts.map(({ decision, reasons, note, by, at: when }) => (
              <li key={by + when}>
                {t('verdict', { decision: t(`decision.${decision}`), by, at: when })}{' '}
                {reasons.map((reason) => t(`reason.${reason}`)).join(t('comma'))} {note}
              </li>
            ))}
          </ul>
        )}
        <form method="post" action={`${path}?${query({ entry: work.id })}`} className="content-form">
          <RequestKey value={requestKey} />
          <input type="hidden" name="entries" value={`${work.id}:${work.version}`} />
          <input type="hidden" name="next" value={query(next ? { entry: next.id } : {})} />
          {decided || work.standing === 'once' ? (
            <button className="button button--quiet button--small" name="decision" value="reopen">
              {t('act.reopen')}
            </button>
          ) : null}
          {!decided && (
            <>
              {!work.own && (
                <button className="button button--act" name="decision" value="pass" data-key="a">
                  {t('act.pass')} <kbd>A</kbd>
                </button>
              )}
              <details open={kept !== undefined}>
                <summary>{t('act.refuseOpen')}</summary>
                <fieldset>
                  <legend>{t('reasons')}</legend>
                  {contentReasons.map((reason) => (
                    <label key={reason} className="choice">
                      <input type="checkbox" name="reasons" value={reason} defaultChecked={kept?.reasons.includes(reason)} />
                      <span>{t(`reason.${reason}`)}</span>
                    </label>
                  ))}
                </fieldset>
                <div className="field">
                  <label htmlFor="note">{t('note')}</label>
                  <textarea id="note" name="note" rows={2} maxLength={500} defaultValue={kept?.note} />
                </div>
                <button className="button" name="decision" value="refuse" data-key="x">
                  {t('act.refuse')} <kbd>X</kbd>
                </button>
              </details>
            </>
          )}
        </form>
        <p className="small quiet">{t('keys')}</p>
      </div>
    </div>
  )
}
