import type { EntryFilter } from '~/domain/entries/precheck/entry-filter'
import { useT } from '~/i18n/use-t'

interface Choice {
  id: string
  name: string
}

interface EntrySieveProps {
  path: string
  filter: EntryFilter
  groups: Choice[]
  tracks: Choice[]
  schools: string[]
  countries: Choice[]
  byGroup?: { groupId: string; count: number }[]
  /** which view of the page the answer is shown in */
  view?: string
}

/** Every question one may ask of the list, in one line; sent as the address’s query. */
export function EntrySieve({ path, filter, groups, tracks, schools, countries, byGroup = [], view }: EntrySieveProps) {
  const t = useT('console')
  const sum = (id: string) => byGroup.find((row) => row.groupId === id)?.count
  return (
    <form className="sieve" action={path} method="get" role="search">
      {view && <input type="hidden" name="view" value={view} />}
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <div className="field field--wide">
        <label htmlFor="q">{t('sieve.q')}</label>
        <input id="q" name="q" type="search" defaultValue={filter.q} placeholder={t('sieve.qHint')} />
      </div>
      <div className="field">
        <label htmlFor="group">{t('sieve.group')}</label>
        <select id="group" name="group" defaultValue={filter.group}>
          <option value="">{t('sieve.every')}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
              {sum(id) === undefined ? '' : `  ${sum(id)}`}
            </option>
          ))}
        </select>
      </div>
      {tracks.length > 0 && (
        <div className="field">
          <label htmlFor="track">{t('sieve.track')}</label>
          <select id="track" name="track" defaultValue={filter.track}>
            <option value="">{t('sieve.every')}</option>
            {tracks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="school">{t('sieve.school')}</label>
        <input id="school" name="school" list="schools" defaultValue={filter.school} />
        <datalist id="schools">
          {schools.map((school) => (
            <option key={school} value={school} />
          ))}
        </datalist>
      </div>
      {(countries.length > 1 || filter.country) && (
        <div className="field">
          <label htmlFor="country">{t('sieve.country')}</label>
          <select id="country" name="country" defaultValue={filter.country}>
            <option value="">{t('sieve.every')}</option>
            {countries.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <label className="choice">
        <input type="checkbox" name="flagged" value="1" defaultChecked={filter.flagged} />
        <span>{t('sieve.flagged')}</span>
      </label>
      {filter.batch && <input type="hidden" name="batch" value={filter.batch} />}
      <label className="choice">
        <input type="checkbox" name="onBehalf" value="1" defaultChecked={filter.onBehalf} />
        <span>{t('sieve.onBehalf')}</span>
      </label>
      <button className="button button--quiet button--small" type="submit">
        {t('sieve.apply')}
      </button>
    </form>
  )
}
