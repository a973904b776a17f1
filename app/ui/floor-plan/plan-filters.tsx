import { useT } from '~/i18n/use-t'

export interface FilterValues {
  zone: string
  area: string
  openings: string
  price: string
  free: boolean
  q: string
}

interface Props {
  action: string
  hall: string
  view: string
  zones: readonly { id: string; name: string }[]
  areas: readonly number[]
  values: FilterValues
  active: boolean
  clear: string
}

/** Narrows plan and list alike; a plain form, its answers in the address. */
export function PlanFilters({ action, hall, view, zones, areas, values, active, clear }: Props) {
  const t = useT('booths')
  return (
    <form className="plan-filters" action={action} role="search" aria-label={t('floor.filter')}>
      <input type="hidden" name="hall" value={hall} />
      {view === 'list' && <input type="hidden" name="view" value="list" />}
      <label>
        <span>{t('floor.search')}</span>
        <input type="search" name="q" defaultValue={values.q} maxLength={40} />
      </label>
      <label>
        <span>{t('floor.zone')}</span>
        <select name="zone" defaultValue={values.zone}>
          <option value="">{t('floor.anyZone')}</option>
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('floor.area')}</span>
        <select name="area" defaultValue={values.area}>
          <option value="">{t('floor.anyOpenings')}</option>
          {areas.map((area) => (
            <option key={area} value={area}>
              {t('area', { area })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('floor.openings')}</span>
        <select name="openings" defaultValue={values.openings}>
          <option value="">{t('floor.anyOpenings')}</option>
          {[1, 2, 3, 4].map((count) => (
            <option key={count} value={count}>
              {t('floor.openingsFrom', { count })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('floor.price')}</span>
        <input type="number" name="price" min="0" step="100" defaultValue={values.price} inputMode="numeric" />
      </label>
      <label className="choice">
        <input type="checkbox" name="free" value="1" defaultChecked={values.free} />
        <span>{t('floor.free')}</span>
      </label>
      <button className="button button--small">{t('floor.apply')}</button>
      {active && <a href={clear}>{t('floor.clear')}</a>}
    </form>
  )
}
