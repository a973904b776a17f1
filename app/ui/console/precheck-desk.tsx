import type { EntryView } from '~/routes/console/entry-view.server'
import type { CheckTopic } from '~/domain/entries/precheck/reasons'
import { useLocalPath, useT } from '~/i18n/use-t'
import { CheckForm } from './check-form'
import { EntryPeople } from './entry-people'
import { PrecheckHead } from './precheck-head'
import { TakeBack } from './take-back'
import { WorkViewer } from './work-viewer'

interface PrecheckDeskProps {
  slug: string
  /** the filter’s query; starts with ? or is empty */
  query: string
  /** judging has begun: the works are to look at */
  over: boolean
  /** the work shown waits for a decision */
  waits: boolean
  requestKey: string
  topics: CheckTopic[]
  refusal: string | null
  kept?: { reasons: string[]; note: string }
  entry: EntryView | null
  /** the work that was decided on just before */
  before: EntryView | null
  /** which file is large */
  file: string | null
  at: number
  waiting: number
  previous: string | null
  next: string | null
}

/** One work beside its checklist; the next one is a key away. */
export function PrecheckDesk({
  slug,
  query,
  over,
  waits,
  requestKey,
  topics,
  refusal,
  kept,
  entry,
  before,
  file,
  at,
  waiting,
  previous,
  next,
}: PrecheckDeskProps) {
  const t = useT('console')
  const to = useLocalPath()
  const path = to(`/console/${slug}/precheck`)
  const address = (more: Record<string, string>) => {
    const search = new URLSearchParams(query)
    for (const [name, value] of Object.entries(more)) search.set(name, value)
    return `${path}?${search.toString()}`
  }
  const after = new URLSearchParams(query)
  if (next) after.set('entry', next)
  return (
    <>
      <PrecheckHead slug={slug} query={query} view="desk" waiting={waiting} />
      {over && <p className="notice">{t('refusal.judging-open')}</p>}
      {before && !over && before.state !== 'submitted' && (
        <TakeBack
          slug={slug}
          entry={before}
          requestKey={`${requestKey}b`}
          next={`${query}${query ? '&' : '?'}entry=${before.id}`.slice(1)}
        />
      )}
      {!entry ? (
        <p className="empty">{t('precheck.empty')}</p>
      ) : (
        <div className="check-desk">
          <div>
            <div className="check-head">
              <h2>
                {entry.title || t('entries.untitled')} <small>{[entry.number, entry.group, entry.track].filter(Boolean).join(' · ')}</small>
              </h2>
              <p className="steps">
                {previous ? (
                  <a className="button button--quiet button--small" href={address({ entry: previous })} data-key="ArrowLeft">
                    ← {t('precheck.previous')}
                  </a>
                ) : (
                  <span className="button button--quiet button--small" aria-disabled="true">
                    ← {t('precheck.previous')}
                  </span>
                )}
                <span className="num">{at >= 0 ? t('precheck.place', { at: at + 1, of: waiting }) : t(`entryState.${entry.state}`)}</span>
                {next ? (
                  <a className="button button--quiet button--small" href={address({ entry: next })} data-key="ArrowRight">
                    {t('precheck.next')} →
                  </a>
                ) : (
                  <span className="button button--quiet button--small" aria-disabled="true">
                    {t('precheck.next')} →
                  </span>
                )}
              </p>
            </div>
            <WorkViewer files={entry.files} chosen={file} title={entry.title} href={(id) => address({ entry: entry.id, file: id })} />
          </div>
          {!over && waits ? (
            <CheckForm
              action={address({ entry: entry.id })}
              seen={[entry.seen]}
              topics={topics}
              requestKey={requestKey}
              kept={kept}
              refusal={refusal}
              next={after.toString()}
              evidence={{
                eligibility: <EntryPeople entry={entry} />,
                form: <Answers entry={entry} />,
                'names-on-work':
                  entry.hits.length > 0 ? (
                    <ul className="hits">
                      {entry.hits.map((hit) => (
                        <li key={hit}>{hit}</li>
                      ))}
                    </ul>
                  ) : (
                    <p className="quiet small">{t('precheck.noHits')}</p>
                  ),
              }}
            >
              {entry.state === 'returned' && <p className="notice">{t('precheck.neverReturned')}</p>}
              {entry.changedSince && <p className="notice">{t('entry.changedSince')}</p>}
              {entry.flags.some(({ dismissed }) => !dismissed) && (
                <ul className="hits">
                  {entry.flags
                    .filter(({ dismissed }) => !dismissed)
                    .map((flag) => (
                      <li key={flag.kind + flag.other.id}>
                        {t(`flag.${flag.kind}`, { number: flag.other.number ?? '', distance: flag.distance })}{' '}
                        <a href={to(`/console/${slug}/entries/${entry.id}?compare=${flag.other.id}`)}>{t('flag.compare')}</a>
                      </li>
                    ))}
                </ul>
              )}
              <div className="verdict">
                <button className="button button--act" name="decision" value="accept" data-key="a">
                  {t('precheck.accept')} <kbd>A</kbd>
                </button>
                <button className="button" name="decision" value="return" data-key="r">
                  {t('precheck.return')} <kbd>R</kbd>
                </button>
                <button className="button button--quiet" name="decision" value="reject" data-key="x">
                  {t('precheck.reject')} <kbd>X</kbd>
                </button>
                <p>{t('precheck.verdict')}</p>
              </div>
            </CheckForm>
          ) : (
            <div className="checklist">
              <p className="small">
                {t('precheck.decided', { state: t(`entryState.${entry.state}`) })}{' '}
                <a href={to(`/console/${slug}/entries/${entry.id}`)}>{t('precheck.open')}</a>
              </p>
              {refusal && (
                <p className="notice" role="alert">
                  {refusal}
                </p>
              )}
              <EntryPeople entry={entry} />
            </div>
          )}
        </div>
      )}
      <p className="rest">
        <span>{t('precheck.keys')}</span>
        {entry && <a href={to(`/console/${slug}/entries/${entry.id}`)}>{t('precheck.open')}</a>}
      </p>
    </>
  )
}

/** What was answered, and the files with what is wrong with them by the rules. */
function Answers({ entry }: { entry: EntryView }) {
  const t = useT('console')
  const faulty = entry.files.filter(({ faults, state }) => faults.length > 0 || state === 'refused')
  return (
    <>
      <dl className="facts facts--tight">
        {entry.fields
          .filter(({ text }) => text)
          .map(({ id, label, text }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {faulty.length > 0 && (
        <ul className="hits">
          {faulty.map((file) => (
            <li key={file.id}>
              {file.slot}
              {t('colon')}
              {file.state === 'refused' ? t('file.refused') : file.faults.join(t('listComma'))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
