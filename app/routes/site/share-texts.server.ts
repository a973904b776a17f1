import type { ShareTexts } from '~/domain/events/share-picture'
import type { EventConfig } from '~/domain/setup/event-config'
import { isSample } from '~/domain/setup/config-path'
import { translator } from '~/i18n/i18n.server'
import { formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'

type Span = { key: string; start: Date; end: Date }

/** What the picture for chats says about an event: its name, its theme, where and when it takes place. */
export function shareTexts(config: EventConfig, dates: readonly Span[], lang: Lang): ShareTexts {
  const t = translator(lang, 'ui')
  const live = dates.find(({ key }) => key === config.when) ?? dates.at(-1)
  const days = live ? formatRange(live.start, live.end, lang, config.timezone, 0) : ''
  const noted = days && isSample(config, 'dates') ? `${days} (${t('sample')})` : days
  const where = [config.place?.city, config.place?.venue].map((place) => say(place, lang)).filter(Boolean)
  return {
    title: say(config.name, lang),
    lines: [say(config.theme, lang), [...where, noted].filter(Boolean).join(' · ')].filter(Boolean),
    brand: t('brand'),
    language: lang === 'en' ? 'en' : 'zh',
  }
}
