import type { Expo } from '~/domain/booths/section'
import { resolveDate } from '~/domain/setup/resolve-dates'
import type { EventConfig } from '~/domain/setup/event-config'
import { formatDate } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { Chapter } from './chapter'

type Price = Expo['prices'][number]

/** What a fair’s file says about zones, stands, prices and the exhibitor’s dates. */
export function EventExpo({ config, expo }: { config: EventConfig; expo: Expo }) {
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  const { zones, halls, stands, prices, tasks } = expo
  const on = (text: string, edge: 'start' | 'end') => formatDate(resolveDate(text, config.timezone)[edge], lang, config.timezone, true)
  return (
    <Chapter id="expo" title={t('event.expo')} path="expo">
      {halls.length > 0 && (
        <p>
          <a className="button" href={to(`/e/${config.series}-${config.edition}/floor`)}>
            {t('event.floor')}
          </a>
        </p>
      )}
      {zones.length > 0 && (
        <>
          <h3 className="within">{t('event.zones')}</h3>
          <ul className="names">
            {zones.map(({ id, name, description }) => (
              <li key={id}>
                {say(name, lang)} {description && <small>{say(description, lang)}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      {(stands || prices.length > 0) && (
        <>
          <h3 className="within">
            {t('event.prices')} <small>{t('event.pricesNote')}</small>
          </h3>
          <ul className="lines">
            {prices.map((price) => (
              <PriceRow key={price.id} price={price} expo={expo} on={on} />
            ))}
          </ul>
        </>
      )}
      {tasks.length > 0 && (
        <>
          <h3 className="within">{t('event.tasks')}</h3>
          <ul className="lines">
            {tasks.map(({ id, name, due, for: only }) => (
              <li key={id}>
                <b>{say(name, lang)}</b>
                <span>{only && t(`event.${only}`)}</span>
                <span>{t('event.due', { date: on(due, 'end') })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Chapter>
  )
}

function PriceRow({ price, expo, on }: { price: Price; expo: Expo; on: (text: string, edge: 'start' | 'end') => string }) {
  const t = useT('site')
  const lang = useLang()
  const { when } = price
  const smallest = price.for && expo.stands?.[price.for]?.from
  const money = (currency: 'CNY' | 'USD') => {
    const amount = price[currency]
    return amount !== undefined && new Intl.NumberFormat(lang, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)
  }
  const unit = price.per ? t(`event.perUnit.${price.per}`) : ''
  const amounts = [money('CNY'), money('USD')].filter(Boolean).join(' / ')
  const zone = when?.zone && say(expo.zones.find(({ id }) => id === when.zone)?.name, lang)
  const conditions = [
    smallest && t('event.fromArea', { area: smallest }),
    when?.openings && t('event.openings', { count: when.openings }),
    when?.before && t('event.before', { date: on(when.before, 'start') }),
    when?.from && t('event.from', { date: on(when.from, 'start') }),
    when?.editions && t('event.editionsBefore', { count: when.editions }),
    zone && t('event.inZone', { zone }),
  ]
  return (
    <li>
      <b>{say(price.name, lang) || (price.for ? t(`event.${price.for}`) : price.id)}</b>
      <span>{conditions.filter(Boolean).join(t('comma'))}</span>
      <span className="num">{amounts ? `${amounts} ${unit}` : price.add?.replace(/^(?=\d)/, '+').replace('-', '−')}</span>
    </li>
  )
}
