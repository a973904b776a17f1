import { coverPath } from '~/domain/events/cover-address'
import type { EventConfig } from '~/domain/setup/event-config'
import { formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang } from '~/i18n/use-t'
import { SampleTag } from './sample-tag'
import { useContestT } from './use-contest-t'

type Front = {
  slug: string
  config: EventConfig
  live: { start: Date; end: Date } | undefined
  cancelled: boolean
}

// React 18 knows the attribute only in lower case
const eager = { fetchpriority: 'high' }

const digits = '〇一二三四五六七八九'

/** A year in vertical type is written out: 二〇二六. */
const written = (year: string) => year.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)

/** The cloth, and beside it the theme in vertical type, or the days when there is no theme. */
export function EventFront({ slug, config, live, cancelled }: Front) {
  const path = (size: '1140x540' | '1140x540@2x' | '780x600') => coverPath(slug, config.cover, size)
  return (
    <div className="front">
      <picture>
        <source media="(max-width: 900px)" srcSet={path('780x600')} width={780} height={600} />
        <img
          src={path('1140x540')}
          srcSet={`${path('1140x540')} 1x, ${path('1140x540@2x')} 2x`}
          alt=""
          width={1140}
          height={540}
          {...eager}
        />
      </picture>
      {config.theme ? <Theme config={config} /> : live && <Days config={config} live={live} off={cancelled} />}
    </div>
  )
}

function Theme({ config: { theme, edition } }: { config: EventConfig }) {
  const t = useContestT()
  const lang = useLang()
  if (!theme) return null
  const year = /^\d{4}/.exec(edition)?.[0]
  const text = say(theme, lang)
  // vertical type is for two to six characters; a longer theme is set across
  const letters = lang === 'en' ? 0 : [...text].length
  const caption = year ? t('event.themeOf', { year: lang === 'en' ? year : written(year) }) : t('event.themePlain')
  return (
    <div className={letters >= 2 && letters <= 6 ? `theme theme--${letters}` : 'theme theme--across'}>
      <p>{text}</p>
      <p>
        {lang === 'en' && theme.zh !== theme.en && (
          <>
            <span lang="zh-CN">{theme.zh}</span> ·{' '}
          </>
        )}
        {caption} <SampleTag path="theme" />
      </p>
    </div>
  )
}

function Days({ config, live, off }: { config: EventConfig; live: { start: Date; end: Date }; off: boolean }) {
  const Range = off ? 'del' : 'span'
  const lang = useLang()
  const year = new Intl.DateTimeFormat('en', { timeZone: config.timezone, year: 'numeric' }).format(live.start)
  const where = [say(config.place?.city, lang), say(config.place?.venue, lang)].filter(Boolean)
  return (
    <div className="theme theme--days">
      <p>{year}</p>
      <p>
        {formatRange(live.start, live.end, lang, config.timezone)
          .split(/(?=—)/)
          .map((part) => (
            <Range key={part}>{part}</Range>
          ))}
      </p>
      <p>
        {where.join(' · ')} <SampleTag path="dates" />
      </p>
    </div>
  )
}
