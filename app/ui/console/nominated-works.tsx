import { useT } from '~/i18n/use-t'

interface NominatedWorksProps {
  nominated: {
    id: string
    name: string
    count: number | null
    works: { entry: string; code: string; title: string; by: { label: string; name: string; reason: string }[] }[]
  }[]
  path: string
  open: boolean
}

/** Works that judges have nominated for single prizes, those with most voices first, each a step from its motion. */
export function NominatedWorks({ nominated, path, open }: NominatedWorksProps) {
  const t = useT('jury')
  if (nominated.length === 0) return null
  return (
    <section>
      <h2>{t('nominations.title')}</h2>
      {nominated.map(({ id, name, count, works }) => (
        <div key={id} className="nominated">
          <h3>
            {name} {count !== null && <small>{t('nominations.count', { count })}</small>}
          </h3>
          {works.length === 0 ? (
            <p className="quiet small">{t('nominations.none')}</p>
          ) : (
            <ul className="plain-list">
              {works.map((work) => (
                <li key={work.entry}>
                  <span className="num">{work.code}</span> {work.title} ·{' '}
                  {t('nominations.by', { count: work.by.length, judges: work.by.map(({ label }) => label).join(' ') })}
                  {work.by.some(({ reason }) => reason) && (
                    <small className="quiet">
                      {' '}
                      {work.by
                        .map(({ label, reason }) => (reason ? `${label}${t('colon')}${reason}` : ''))
                        .filter(Boolean)
                        .join(t('comma'))}
                    </small>
                  )}
                  {open && (
                    <>
                      {' '}
                      <a href={`${path}?kind=award&award=${id}&codes=${encodeURIComponent(work.code)}#put`}>
                        {t('nominations.deliberate')}
                      </a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}
