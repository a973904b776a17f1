import type { worksView } from '~/routes/entrant/batch-view.server'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { StateTag } from '~/ui/entrant/state-tag'
import { RequestKey } from '~/ui/request-key'
import { SendFile } from './send-file'

interface BatchWorksProps {
  here: string
  busy: boolean
  until: string
  view: ReturnType<typeof worksView>
  refused: { at: string; text: string } | null
  requestKey: string
}

/** The works of a batch: who has signed, what is missing, and the way to hand in what is ready. */
export function BatchWorks({ here, busy, until, view, refused, requestKey }: BatchWorksProps) {
  const t = useT('collective')
  const lang = useLang()
  const { works, total, signed, ready, handedIn } = view
  return (
    <>
      <div className="batch-progress">
        <dl>
          <div>
            <dt>{t('works.signed')}</dt>
            <dd className="num">{t('works.of', { count: signed, total })}</dd>
          </div>
          <div>
            <dt>{t('works.handedIn')}</dt>
            <dd className="num">{t('works.of', { count: handedIn, total })}</dd>
          </div>
          <div>
            <dt>{t('works.ready')}</dt>
            <dd className="num">{ready}</dd>
          </div>
        </dl>
        <progress max={Math.max(1, total)} value={signed} aria-label={t('works.signed')} />
        <div className="row">
          <form method="post" action={here}>
            <RequestKey value={requestKey} />
            <button className="button button--act" name="intent" value="hand-in" disabled={busy || ready === 0}>
              {t('works.handIn', { ready })}
            </button>
          </form>
          {signed < total && (
            <form method="post" action={here}>
              <RequestKey value={`${requestKey}b`} />
              <button className="button" name="intent" value="send-links" disabled={busy}>
                {t('works.sendAll')}
              </button>
            </form>
          )}
        </div>
        {handedIn > 0 && (
          <p>
            <a href={`${here.replace(/^\/en/, '')}/receipts.zip?lang=${lang}`}>{t('works.receipts', { handedIn })}</a>
          </p>
        )}
        <p className="help">{t('works.help', { until })}</p>
      </div>
      <section aria-labelledby="works-title">
        <h2 id="works-title">{t('works.title', { total })}</h2>
        <ul className="batch-works">
          {works.map((work) => (
            <Work key={work.id} work={work} here={here} busy={busy} requestKey={requestKey} />
          ))}
        </ul>
      </section>
      {view.refused.length > 0 && (
        <section className="batch-left" aria-labelledby="refused-title">
          <h2 id="refused-title">{t('works.refusedFiles', { count: view.refused.length })}</h2>
          <p className="quiet">{t('works.refusedLead')}</p>
          <ul>
            {view.refused.map(({ path, entry, slot, text }) => (
              <li key={path}>
                <span className="path">
                  <bdi>{path}</bdi>
                </span>{' '}
                <span>
                  <b>{slot}</b> {text} {entry && <a href={entry}>{t('works.open')}</a>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="batch-summary" id="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">{t('summary.title')}</h2>
        <p>{t('summary.lead')}</p>
        <p className="row">
          <a className="button" href={`${here}/summary`}>
            {t('summary.open')}
          </a>
          {view.scan && (
            <a className="button button--quiet" href={`${here.replace(/^\/en/, '')}/scan`}>
              {t('summary.scan', { at: view.scan.at })}
            </a>
          )}
        </p>
        <SendFile
          action={`${here}#summary`}
          field="scan"
          accept=".pdf,.jpg,.jpeg,.png"
          label={t('summary.send')}
          act={t(view.scan ? 'summary.again' : 'summary.act')}
          error={refused?.at === 'scan' ? refused.text : undefined}
          disabled={busy}
        />
      </section>
    </>
  )
}

function Work({
  work,
  here,
  busy,
  requestKey,
}: {
  work: BatchWorksProps['view']['works'][number]
  here: string
  busy: boolean
  requestKey: string
}) {
  const t = useT('collective')
  const to = useLocalPath()
  const untitled = useT('entrant')('untitled')
  const { id, line, number, title, state, group, faults, authors, path, submittedAt } = work
  const waits = state === 'draft' || state === 'returned' || state === 'submitted'
  return (
    <li id={`work-${id}`}>
      <div>
        <h3>
          <span className="num quiet">{line}</span>{' '}
          <a href={to(path)}>
            <bdi>{title || untitled}</bdi>
          </a>
        </h3>
        <p>
          <StateTag state={state} /> <span className="quiet">{[group, number, submittedAt].filter(Boolean).join(' · ')}</span>
        </p>
        {waits && faults.length > 0 && (
          <ul className="faults-list">
            {faults.map(({ at, text }) => (
              <li key={at + text}>
                <b>{at}</b> {text}
              </li>
            ))}
          </ul>
        )}
      </div>
      <ul className="batch-authors">
        {authors.map((author) => (
          <li key={author.id}>
            <span>
              <b>
                <bdi>{author.name}</bdi>
              </b>{' '}
              <span className="quiet small">{author.contact || t('works.noContact')}</span>
            </span>
            <span className={author.signature === 'signed' ? 'fine' : undefined}>
              {author.signature === 'signed'
                ? t('works.signedAt', { at: author.signedAt })
                : author.signature === 'outdated'
                  ? t('works.outdated')
                  : author.opened
                    ? t('works.opened')
                    : author.sentAt
                      ? t('works.sentAt', { at: author.sentAt, count: author.sentCount })
                      : t('works.notSent')}
              {author.signature === 'signed' && author.way === 'handed_link' && (
                <span className="quiet small"> {t('works.byHandedLink')}</span>
              )}
            </span>
            {waits && author.signature !== 'signed' && author.link && (
              <details className="link">
                <summary>{t('works.link')}</summary>
                <input readOnly value={author.link} aria-label={t('works.linkOf', { name: author.name })} />
                <p className="small quiet">{t('works.linkHelp')}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
      <div className="batch-work-acts">
        {waits && !work.signed && (
          <form method="post" action={here}>
            <RequestKey value={`${requestKey}${id}`} />
            <input type="hidden" name="entry" value={id} />
            <button className="plain" name="intent" value="send-links" disabled={busy}>
              {t('works.sendOne')}
            </button>
          </form>
        )}
        {number && <a href={`${path}/receipt.pdf`}>{t('works.receipt')}</a>}
        {state !== 'withdrawn' && state !== 'rejected' && (
          <a href={to(`${path}/withdraw`)}>{t(state === 'draft' ? 'works.discard' : 'works.withdraw')}</a>
        )}
      </div>
    </li>
  )
}
