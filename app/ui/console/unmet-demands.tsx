import type { Unmet } from '~/domain/judging/assignment/problem'
import { useT } from '~/i18n/use-t'

interface Row {
  code: string
  title: string
  /** the judge of a refused pin, else empty */
  label: string
  missing: number
  reason: Unmet['reason']
}

/** Works that cannot have as many judges as asked, and pins that cannot be kept, each with its reason. */
export function UnmetDemands({ unmet, count }: { unmet: Row[]; count: number }) {
  const t = useT('console')
  if (count === 0) return <p className="quiet small">{t('assign.allMet')}</p>
  return (
    <section>
      <h2>
        {t('assign.unmet')} <small>{count}</small>
      </h2>
      <ul className="plain-list">
        {unmet.map(({ code, title, label, missing, reason }) => (
          <li key={`${code} ${label} ${reason}`}>
            {code} {title} · {label ? t('assign.pinOf', { label }) : t('assign.missing', { count: missing })} · {t(`unmet.${reason}`)}
          </li>
        ))}
      </ul>
      {count > unmet.length && <p className="quiet small">{t('assign.more', { count: count - unmet.length })}</p>}
    </section>
  )
}
