import { useT } from '~/i18n/use-t'

export interface DrawView {
  number: number
  seed: string
  stations: number
  drawnAt: string
  reason: string
  before: { number: number; seed: string; drawnAt: string }[]
  heats: { heat: number; startsAt: string; places: { code: string; station: number; left: boolean }[] }[]
}

/** The draw as everybody may read and compute it again: the seed, the heats, who stands at which machine. */
export function DrawList({ draw }: { draw: DrawView }) {
  const t = useT('measure')
  return (
    <>
      <dl className="facts">
        <dt>{t('draw.seed')}</dt>
        <dd>
          <code className="hash">{draw.seed}</code>
        </dd>
        <dt>{t('draw.drawnAt')}</dt>
        <dd>
          {draw.drawnAt}
          {draw.number > 1 && ` · ${t('draw.again', { number: draw.number, reason: draw.reason })}`}
        </dd>
        <dt>{t('draw.how')}</dt>
        <dd>{t('draw.howText', { stations: draw.stations })}</dd>
        {draw.before.map(({ number, seed, drawnAt }) => (
          <div key={number} className="draw-before">
            <dt>{t('draw.earlier', { number })}</dt>
            <dd>
              <code className="hash">{seed}</code> {drawnAt}
            </dd>
          </div>
        ))}
      </dl>
      {draw.heats.map(({ heat, startsAt, places }) => (
        <section key={heat}>
          <h2>
            {t('draw.heat', { heat })} <small>{startsAt}</small>
          </h2>
          <ul className="draw-places">
            {places.map(({ code, station, left }) => (
              <li key={code}>
                <span>{t('draw.station', { station })}</span> <strong>{left ? <s>{code}</s> : code}</strong>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
