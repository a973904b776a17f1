import { useLocalPath, useT } from '~/i18n/use-t'
import type { EntryState } from '~/generated/prisma/enums'
import { RequestKey } from '~/ui/request-key'

interface TakeBackProps {
  slug: string
  entry: { id: string; seen: string; number: string | null; title: string; state: EntryState }
  requestKey: string
  /** query of the page to come to afterwards */
  next: string
}

/** What was decided a moment ago, and the way to undo it. */
export function TakeBack({ slug, entry, requestKey, next }: TakeBackProps) {
  const t = useT('console')
  const to = useLocalPath()
  return (
    <form method="post" action={to(`/console/${slug}/precheck`)} className="take-back">
      <RequestKey value={requestKey} />
      <input type="hidden" name="entries" value={entry.seen} />
      <input type="hidden" name="next" value={next} />
      <p role="status">
        <span className={`state state--${entry.state}`}>{t(`entryState.${entry.state}`)}</span> {entry.number} {entry.title}
      </p>
      <button className="plain" name="decision" value="reopen" data-key="u">
        {t('precheck.takeBack')}
      </button>
    </form>
  )
}
