import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TFunction } from 'i18next'
import type { Namespace } from '~/i18n/catalogue'
import { makeI18n } from '~/i18n/i18n'
import type { Lang } from '~/i18n/language'

/** The catalogue of a language as the pages have it: tests find buttons by what they say, in either language. */
export function wordsOf(lang: Lang): <Ns extends Namespace>(namespace: Ns) => TFunction<Ns> {
  const folder = join('app/messages', lang)
  const namespaces = Object.fromEntries(
    readdirSync(folder).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as object]),
  )
  const i18n = makeI18n(lang, namespaces as Parameters<typeof makeI18n>[1])
  return <Ns extends Namespace>(namespace: Ns) => i18n.getFixedT(lang, namespace) as unknown as TFunction<Ns>
}
