import { useT } from '~/i18n/use-t'
import type { DrawnUnit } from './plan-types'

/** The same stands as a table, in the order of the plan. */
export function StandList({ units }: { units: readonly DrawnUnit[] }) {
  const t = useT('booths')
  if (units.length === 0) return <p className="empty">{t('floor.none')}</p>
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="table stand-list">
        <thead>
          <tr>
            <th scope="col">{t('floor.number')}</th>
            <th scope="col">{t('floor.zone')}</th>
            <th scope="col">{t('floor.size')}</th>
            <th scope="col">{t('floor.openings')}</th>
            <th scope="col" className="num">
              {t('panel.domestic')}
            </th>
            <th scope="col">{t('floor.status')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.numbers[0]} className={`stand-row--${unit.state}`} aria-current={unit.chosen ? 'true' : undefined}>
              <th scope="row">
                <a href={unit.href}>{unit.numbers.join(' + ')}</a>
              </th>
              <td>{unit.zone}</td>
              <td>{t('area', { area: unit.area / 100 })}</td>
              <td>{t('opening', { count: unit.openings.length })}</td>
              <td className="num">{unit.state === 'free' ? unit.price : ''}</td>
              <td>{[t(`state.${unit.state}`), unit.name].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
