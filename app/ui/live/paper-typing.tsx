import { useT } from '~/i18n/use-t'

interface PaperTypingProps {
  path: string
  seats: { id: string; label: string; name: string }[]
  works: string[]
  criteria: { id: string; name: string; range: string }[]
  chosen: { seatId: string; label: string; judge: string; code: string; title: string } | null
  typed: Record<string, string> | null
}

/** One sheet to type in: first whose and of which work, then its marks. Nothing of what a colleague typed. */
export function PaperTyping({ path, seats, works, criteria, chosen, typed }: PaperTypingProps) {
  const t = useT('live')
  return (
    <section>
      <h2>{t('paper.toType')}</h2>
      <form method="get" action={path} className="sieve">
        <div className="field">
          <label htmlFor="seat">{t('paper.judge')}</label>
          <select id="seat" name="seat" defaultValue={chosen?.seatId}>
            {seats.map(({ id, label, name }) => (
              <option key={id} value={id}>
                {label} {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="work">{t('paper.work')}</label>
          <input id="work" name="work" list="codes" required defaultValue={chosen?.code} autoComplete="off" className="num" />
          <datalist id="codes">
            {works.map((code) => (
              <option key={code} value={code} />
            ))}
          </datalist>
        </div>
        <button className="button">{t('paper.choose')}</button>
      </form>
      {chosen && (
        <form
          method="post"
          action={`${path}?seat=${chosen.seatId}&work=${encodeURIComponent(chosen.code)}`}
          className="paper-sheet"
          key={`${chosen.seatId} ${chosen.code}`}
        >
          <h3>
            {t('paper.typing', { label: `${chosen.label} ${chosen.judge}`, code: chosen.code })}{' '}
            <small>
              <bdi>{chosen.title}</bdi>
            </small>
          </h3>
          <p className="quiet small">{t('paper.typingWhat')}</p>
          <input type="hidden" name="seat" value={chosen.seatId} />
          <input type="hidden" name="work" value={chosen.code} />
          {criteria.map(({ id, name, range }) => (
            <div className="field" key={id}>
              <label htmlFor={`value-${id}`}>
                {name} <small className="num">{range}</small>
              </label>
              <input
                id={`value-${id}`}
                name={`value-${id}`}
                inputMode="decimal"
                autoComplete="off"
                className="num"
                defaultValue={typed?.work === chosen.code ? typed[`value-${id}`] : undefined}
              />
            </div>
          ))}
          <button className="button button--act" name="intent" value="type">
            {t('paper.save')}
          </button>
        </form>
      )}
    </section>
  )
}
