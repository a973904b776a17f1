/** The two languages; Chinese first, addresses of English pages start with /en. */
export type Lang = 'zh-CN' | 'en'

export interface Localized {
  zh: string
  en: string
}

/** The language an address is in. */
export function langOf(address: string | URL | Request): Lang {
  const { pathname } = new URL(address instanceof Request ? address.url : address, 'http://localhost')
  return pathname === '/en' || pathname.startsWith('/en/') || pathname === '/en.data' ? 'en' : 'zh-CN'
}

/** An address without language, such as /e/puyuan-cup-2026, in the given language. */
export function localPath(lang: Lang, path: string): string {
  if (lang !== 'en') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** The same page in the other language, with its query. */
export function otherLanguage(address: string): { lang: Lang; path: string } {
  const url = new URL(address, 'http://localhost')
  const rest = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/'
  return langOf(url) === 'en' ? { lang: 'zh-CN', path: rest + url.search } : { lang: 'en', path: localPath('en', rest) + url.search }
}

/** The text of a {zh, en} pair; the other language where one is empty. */
export const say = (text: Localized | undefined, lang: Lang): string => (lang === 'en' ? text?.en || text?.zh : text?.zh || text?.en) ?? ''
