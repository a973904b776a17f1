import { useLocation } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Namespace } from './catalogue'
import { langOf, localPath, type Lang } from './language'

/** The messages of one namespace: `const t = useT('site')`. */
export function useT<Ns extends Namespace>(namespace: Ns): TFunction<Ns> {
  const { t } = useTranslation(namespace as 'ui')
  return t as unknown as TFunction<Ns>
}

/** The language of the page. */
export const useLang = (): Lang => langOf(useLocation().pathname)

/** Makes addresses in the language of the page: `const to = useLocalPath(); to('/e/x')`. */
export function useLocalPath(): (path: string) => string {
  const lang = useLang()
  return (path) => localPath(lang, path)
}
