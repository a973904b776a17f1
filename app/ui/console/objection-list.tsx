import { EvidenceList } from '~/ui/evidence-list'
import { useLocalPath, useT } from '~/i18n/use-t'

interface ObjectionListProps {
  slug: string
  path: string
  objections: {
    id: string
    entryId: string
    code: string
    title: string
    name: string | null
    text: string
    state: 'raised' | 'dismissed' | 'upheld'
    at: string
    decidedAt: string | null
    reason: string
    files: { id: string; name: string }[]
  }[]
}

/** Objections to a published result, those to be decided first. Who raised them is shown here and nowhere else. */
export function ObjectionList({ slug, path, objections }: ObjectionListProps) {
  const t = useT('console')
  const to = useLocalPath()
  if (objections.length === 0) return <p className="empty">{t('objections.none')}</p>
  return (
    <ul className="objections">
      {objections.map((one) => (
        <li key={one.id} id={`objection-${one.id}`}>
          <h2>
            <a href={to(`/console/${slug}/entries/${one.entryId}`)}>{one.code}</a> {one.title}
          </h2>
          <p>{one.text}</p>
          <EvidenceList files={one.files} base={`${path.replace(/^\/en(?=\/)/, '')}/files`} label={t('objections.evidence')} />
          <p className="quiet small">{t('objections.by', { name: one.name ?? t('objections.erased'), at: one.at })}</p>
          {one.state === 'raised' ? (
            <form method="post" action={path} className="deed">
              <input type="hidden" name="objection" value={one.id} />
              <div className="field">
                <label htmlFor={`reason-${one.id}`}>{t('objections.reason')}</label>
                <textarea id={`reason-${one.id}`} name="reason" rows={2} required maxLength={1000} />
              </div>
              <button className="button" name="intent" value="dismiss">
                {t('objections.dismiss')}
              </button>
              <a className="button" href={`${path}?work=${one.entryId}&objection=${one.id}`}>
                {t('objections.effects')}
              </a>
            </form>
          ) : (
            <p>{t('objections.decided', { state: t(`objections.state.${one.state}`), at: one.decidedAt ?? '', reason: one.reason })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
