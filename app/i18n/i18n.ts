import { createInstance, type i18n, type Resource } from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import type { Lang } from './language'
import type { Catalogue } from './catalogue'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: Catalogue
    returnNull: false
  }
}

/** An i18next instance for one language over the given namespaces; messages are ICU. */
export function makeI18n(lang: Lang, namespaces: Resource[string]): i18n {
  const instance = createInstance()
  void instance
    .use(
      new ICU({
        parseErrorHandler: (error, key) => {
          throw new Error(`${String(key)}: ${String(error)}`)
        },
      }),
    )
    .use(initReactI18next)
    .init({
      lng: lang,
      fallbackLng: false,
      ns: Object.keys(namespaces),
      defaultNS: 'ui',
      resources: { [lang]: namespaces },
      initAsync: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  return instance
}
