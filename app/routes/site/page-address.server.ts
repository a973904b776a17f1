import { publicUrl } from '~/env.server'
import { langOf, localPath } from '~/i18n/language'

/** What the head says about a public page’s address: its own, and the same page in both languages. */
export function pageAddress(request: Request): { canonical: string; alternates: { zh: string; en: string } } {
  const path = new URL(request.url).pathname.replace(/\.data$/, '').replace(/^\/en(?=\/|$)/, '') || '/'
  const absolute = (lang: 'zh-CN' | 'en') => publicUrl() + localPath(lang, path)
  return { canonical: absolute(langOf(request)), alternates: { zh: absolute('zh-CN'), en: absolute('en') } }
}
