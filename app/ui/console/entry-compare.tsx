import type { EntryView } from '~/routes/console/entry-view.server'
import type { EntryState } from '~/generated/prisma/enums'
import { useLocalPath, useT } from '~/i18n/use-t'
import { DismissFlag } from './entry-flags'

interface Compared {
  id: string
  number: string | null
  title: string
  state: EntryState
  group: string
  submittedAt: string | null
  authors: { name: string; organisation: string }[]
  files: { id: string; slot: string; name: string; sha256: string; view: string | null }[]
}

interface EntryCompareProps {
  slug: string
  entry: EntryView
  left: Compared
  right: Compared
  requestKey: string
  mayCheck: boolean
}

/** Two works side by side: the same place in each row, equal files named as such. */
export function EntryCompare({ slug, entry, left, right, requestKey, mayCheck }: EntryCompareProps) {
  const t = useT('console')
  const to = useLocalPath()
  const flags = entry.flags.filter(({ other }) => other.id === right.id)
  const shared = new Set(left.files.map(({ sha256 }) => sha256).filter((sha256) => right.files.some((file) => file.sha256 === sha256)))
  return (
    <>
      <p className="crumb">
        <a href={to(`/console/${slug}/entries/${entry.id}`)}>
          ← {entry.number} {entry.title}
        </a>
      </p>
      <header className="workbench-head">
        <div>
          <h1>{t('flag.title')}</h1>
          <p>{flags.map((flag) => t(`flag.${flag.kind}`, { number: right.number ?? '', distance: flag.distance })).join(t('listComma'))}</p>
        </div>
        <div className="end">
          {mayCheck &&
            flags.map((flag) => (
              <DismissFlag key={flag.kind} slug={slug} entryId={entry.id} flag={flag} requestKey={`${requestKey}${flag.kind}`} />
            ))}
        </div>
      </header>
      <div className="compare">
        {[left, right].map((one) => (
          <section key={one.id} aria-label={`${one.number ?? ''} ${one.title}`}>
            <h2>
              <a href={to(`/console/${slug}/entries/${one.id}`)}>
                {one.number} {one.title}
              </a>
            </h2>
            <dl className="facts facts--tight">
              <div>
                <dt>{t('col.state')}</dt>
                <dd>
                  <span className={`state state--${one.state}`}>{t(`entryState.${one.state}`)}</span>
                </dd>
              </div>
              <div>
                <dt>{t('col.authors')}</dt>
                <dd>
                  {one.authors.map(({ name, organisation }) => `${name}${organisation ? ` · ${organisation}` : ''}`).join(t('listComma'))}
                </dd>
              </div>
              <div>
                <dt>{t('col.group')}</dt>
                <dd>{one.group}</dd>
              </div>
              <div>
                <dt>{t('col.submitted')}</dt>
                <dd>{one.submittedAt ?? '—'}</dd>
              </div>
            </dl>
            {one.files.map((file) => (
              <figure key={file.id}>
                {file.view && <img src={file.view} alt={t('file.alt', { title: one.title, slot: file.slot })} loading="lazy" />}
                <figcaption>
                  {file.slot} · {file.name}
                  {shared.has(file.sha256) && <strong> · {t('flag.identical')}</strong>}
                </figcaption>
              </figure>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
