import type { EntryView } from '~/routes/console/entry-view.server'
import { useLocalPath, useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'

interface EntryFlagsProps {
  slug: string
  entry: Pick<EntryView, 'id' | 'flags'>
  requestKey: string
  mayCheck: boolean
}

/** Works this one may be a duplicate of; a flag is set aside by whoever has compared the two. */
export function EntryFlags({ slug, entry, requestKey, mayCheck }: EntryFlagsProps) {
  const t = useT('console')
  const to = useLocalPath()
  if (entry.flags.length === 0) return null
  return (
    <section id="flags">
      <h2>
        {t('col.flags')} <small>{entry.flags.filter(({ dismissed }) => !dismissed).length}</small>
      </h2>
      <ul className="plain-list">
        {entry.flags.map((flag) => (
          <li key={flag.kind + flag.other.id} className={flag.dismissed ? 'quiet' : undefined}>
            {t(`flag.${flag.kind}`, { number: flag.other.number ?? '', distance: flag.distance })} {flag.other.title}{' '}
            <span className="row">
              <a href={to(`/console/${slug}/entries/${entry.id}?compare=${flag.other.id}`)}>{t('flag.compare')}</a>
              {mayCheck && (
                <DismissFlag
                  slug={slug}
                  entryId={entry.id}
                  flag={flag}
                  requestKey={`${requestKey}${flag.kind}${flag.other.id}`.slice(0, 40)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Says that two works are not the same after all, or takes that back. */
export function DismissFlag({
  slug,
  entryId,
  flag,
  requestKey,
}: {
  slug: string
  entryId: string
  flag: EntryView['flags'][number]
  requestKey: string
}) {
  const t = useT('console')
  const to = useLocalPath()
  const [a, b] = [entryId, flag.other.id].sort()
  return (
    <form method="post" action={to(`/console/${slug}/entries/${entryId}`)}>
      <RequestKey value={requestKey} />
      <input type="hidden" name="entryAId" value={a} />
      <input type="hidden" name="entryBId" value={b} />
      <input type="hidden" name="kind" value={flag.kind} />
      <button className="plain" name="dismissed" value={flag.dismissed ? '0' : '1'}>
        {flag.dismissed ? t('flag.putBack') : t('flag.dismiss')}
      </button>
    </form>
  )
}
