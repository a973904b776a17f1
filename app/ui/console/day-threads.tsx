import { useT } from '~/i18n/use-t'

const HEIGHT = 72
const STEP = 9

/** Works handed in, a thread a day: as long as the day brought. Empty days leave a gap. */
export function DayThreads({ days }: { days: { day: string; count: number }[] }) {
  const t = useT('console')
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last) return null
  const start = Date.parse(first.day)
  const span = Math.round((Date.parse(last.day) - start) / 86_400_000) + 1
  const most = Math.max(...days.map(({ count }) => count))
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const width = Math.max(span * STEP, 60)
  const label = t('overview.days', { total, from: first.day, to: last.day, most })
  return (
    <figure className="day-threads">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {days.map(({ day, count }) => {
          const x = Math.round((Date.parse(day) - start) / 86_400_000) * STEP + STEP / 2
          return (
            <line key={day} x1={x} x2={x} y1={0} y2={Math.max(2, (count / most) * HEIGHT)}>
              <title>{`${day}: ${count}`}</title>
            </line>
          )
        })}
      </svg>
      <figcaption>
        <span>{first.day}</span>
        <span>{t('overview.most', { most })}</span>
        <span>{last.day}</span>
      </figcaption>
    </figure>
  )
}
