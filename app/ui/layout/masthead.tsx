import { useLocation, useMatches, useRouteLoaderData } from '@remix-run/react'
import { otherLanguage } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import type { loader as rootLoader } from '~/root'
import { Brand } from './brand'

/** The head of every page but the desk: where you can go, the other language, who you are. */
export function Masthead() {
  const t = useT('ui')
  const to = useLocalPath()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const { pathname, search } = useLocation()
  const here = pathname.replace(/^\/en(?=\/|$)/, '') || '/'
  // an event’s own pages stand under the list of its kind
  const kind = useMatches()
    .map(({ data }) => (data as { section?: string } | undefined)?.section)
    .find(Boolean)
  const section = kind && `/events/${kind}`
  const actor = root?.actor
  // what is one’s own comes first: a phone shows the first few, the others by swiping
  const links: [string, string][] = []
  if (actor && !actor.desk) links.push(['/my', t('nav.mine')])
  if (actor?.audiences.includes('judge') && !actor.desk) links.push(['/judge', t('nav.judge')])
  if (actor?.audiences.includes('console')) links.push(['/console', t('nav.console')])
  links.push(
    ['/', t('nav.open')],
    ['/events/contests', t('nav.contests')],
    ['/events/expos', t('nav.expos')],
    ['/events/weeks', t('nav.weeks')],
    ['/events/conferences', t('nav.conferences')],
  )
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="masthead">
        <Brand />
        <nav aria-label={t('mainNavigation')}>
          {links.map(([path, label]) => (
            <a
              key={path}
              href={to(path)}
              aria-current={here === path || (path !== '/' && here.startsWith(`${path}/`)) ? 'page' : path === section ? 'true' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        <div className="end">
          <LanguageSwitch address={pathname + search} />
          {actor ? (
            <a className="button button--small" href={to(actor.desk ? '/sign-out' : '/account')}>
              {actor.desk ? t('signOut') : actor.name}
            </a>
          ) : (
            <a className="button button--small" href={to('/sign-in')}>
              {t('signIn')}
            </a>
          )}
        </div>
      </header>
    </>
  )
}

/** Keeps the page and its query, changes the language. */
export function LanguageSwitch({ address }: { address: string }) {
  const t = useT('ui')
  const lang = useLang()
  const other = otherLanguage(address)
  const item = (of: 'zh-CN' | 'en', text: string) =>
    of === lang ? (
      <span aria-current="true" lang={of}>
        {text}
      </span>
    ) : (
      <a href={other.path} lang={of} hrefLang={of}>
        {text}
      </a>
    )
  return (
    <div className="tongue" role="group" aria-label={t('language')}>
      {item('zh-CN', '中文')}
      {item('en', 'English')}
    </div>
  )
}
